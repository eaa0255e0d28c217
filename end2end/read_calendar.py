"""Reads a calendar from standard input with the package icalendar, and prints its events as JSON."""

import json
import sys
from datetime import timezone

from icalendar import Calendar


def moment(event, name):
    """An instant in UTC; None if the event does not have it."""
    value = event.get(name)
    return value and value.dt.astimezone(timezone.utc).isoformat()


calendar = Calendar.from_ical(sys.stdin.buffer.read())
events = calendar.walk("VEVENT")
errors = [str(error) for component in calendar.walk() for error in component.errors]
print(json.dumps({
    "errors": errors,
    "events": [
        {
            "uid": str(event["UID"]),
            "title": str(event["SUMMARY"]),
            "start": moment(event, "DTSTART"),
            "end": moment(event, "DTEND"),
            "place": str(event.get("LOCATION", "")),
            "text": str(event.get("DESCRIPTION", "")),
        }
        for event in events
    ],
}))
