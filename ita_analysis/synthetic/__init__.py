"""Invented agencies and scores, always labelled ข้อมูลสังเคราะห์: one to show the program with, a nation to try it on."""
