"""What is said of synthetic data: none, one agency, many."""

from __future__ import annotations

from ita_analysis.sentences.demo import headline
from tests.sentences.sound import sound


def test_how_much_is_stored() -> None:
    assert sound(headline(8301, 41504, 3_112_823)).words == "มีข้อมูลสังเคราะห์ 8,301 หน่วยงานในระบบ"
    assert "41,504" in headline(8301, 41504, 3_112_823).standfirst
    assert sound(headline(1, 4, 323)).words == "มีข้อมูลสังเคราะห์ 1 หน่วยงานในระบบ"
    assert sound(headline(0, 0, 0)).words == "ไม่มีข้อมูลสังเคราะห์ในระบบ"
    assert "0" not in headline(0, 0, 0).standfirst
