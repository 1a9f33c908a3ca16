"""ผู้ใช้และสิทธิ์: who may log in, as what, and how is login set up?"""

from ita_analysis.ui.screens import appointing, people

people.show_head()
people.show_people()
appointing.show_form()
people.show_roles()
people.show_set_up()
