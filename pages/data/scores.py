"""กรอกคะแนน: type a result, see total and level while typing, then store it."""

from ita_analysis.ui.screens import scores

scores.show_form(scores.choose())
