"""ประเมินตนเอง: what would our own respondents' answers score, and did enough of them answer?"""

from ita_analysis.ui import exported, exports
from ita_analysis.ui.screens import survey

subject = survey.choose()
survey.show_head(subject)
if survey.has_questions(subject):
    upload = survey.choose_file(subject)
    if upload is not None:
        read = survey.read(upload, subject)
        if read is not None:
            survey.offer_to_store(read, subject)
            survey.show_read(read, subject)
survey.show_stored(subject)
survey.show_source(subject)
exports.offer_of_many("survey", subject, exported.survey.TABLES, exported.survey.about)
