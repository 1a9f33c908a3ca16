"""ประเมินตนเอง: what would our own respondents' answers score, and did enough of them answer?"""

from ita_analysis.ui.screens import survey

subject = survey.choose()
survey.show_head(subject)
read = None
if survey.has_questions(subject):
    upload = survey.choose_file(subject)
    read = survey.read(upload, subject) if upload is not None else None
    if read is not None:
        survey.offer_to_store(read, subject)
        survey.show_read(read)
survey.show_stored(subject)
survey.show_source(subject)
survey.offer_tables(subject, read)
