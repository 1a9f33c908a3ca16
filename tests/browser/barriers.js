// What keeps people from using the page, as axe finds it: one entry for each element.
// `rules`: tags or names of the rules asked; `grave`: the impacts that count.
async ({rules, grave}) => {
  const {violations} = await axe.run(document, {runOnly: rules, resultTypes: ['violations']});
  return violations.flatMap(({id, impact, help, nodes}) => nodes.map(node => ({
    rule: id,
    impact: node.impact || impact,
    selector: node.target.flat().join(' '),
    help,
    html: node.html.slice(0, 120),
  }))).filter(barrier => grave.includes(barrier.impact));
}
