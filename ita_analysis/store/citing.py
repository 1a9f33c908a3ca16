"""What evidence is judged by, the hosts of an agency's own website, and what looks at its addresses found."""

from __future__ import annotations

import json
from collections.abc import Sequence

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.evidence import Looked
from ita_analysis.evidence.address import host_of
from ita_analysis.people import Person, require
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.statements import find, write_all


def set_sites(
    opened: duckdb.DuckDBPyConnection,
    agency_code: str,
    hosts: Sequence[str],
    *,
    seen: Sequence[str] | None = None,
    who: Person,
) -> None:
    """Set the hosts of an agency's own website, each as a person writes it.

    `seen` are the hosts that the person saw, None: whatever is stored. Raises StoreError where one is no host, or where
    others are stored by now.
    """
    require(who, "submit", agency_code)
    named = [host_of(each) if "." in host_of(each) else "" for each in hosts]
    if "" in named:
        raise StoreError("site_unreadable", host=hosts[named.index("")][:80])
    with change(opened, who, "sites_set") as cursor:
        stored = {str(host) for (host,) in find(cursor, "sites_of_agency", agency_code=agency_code)}
        if seen is not None and stored != set(seen):
            raise StoreError("sites_changed_meanwhile")
        if stored == set(named):
            raise Unchanged
        about = {"agency_code": agency_code}
        write_all(cursor, "agency_site_removed", [{**about, "host": host} for host in sorted(stored - set(named))])
        write_all(cursor, "agency_site", [{**about, "host": host} for host in sorted(set(named) - stored)])


def store_looks(opened: duckdb.DuckDBPyConnection, agency_code: str, looks: Sequence[Looked], *, who: Person) -> None:
    """Keep what looks at addresses of an agency's evidence found, each beside the earlier ones."""
    require(who, "enter", agency_code, who.unit)
    rows = [
        {
            "url": each.url,
            "checked_at": each.looked_at,
            "state": each.state,
            "status": each.status,
            "redirects": json.dumps(each.redirects),
            "reason": each.reason,
        }
        for each in looks
    ]
    with change(opened, who, "links_looked_at") as cursor:
        write_all(cursor, "evidence_check", rows)
