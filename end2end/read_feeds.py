"""Reads a list of XML feeds as JSON from standard input with the package feedparser, and prints what it found as JSON."""

import json
import sys

import feedparser


def entry(found):
    return {
        "id": found.id,
        "link": found.link,
        "title": found.title,
        "published": found.published_parsed and list(found.published_parsed[:6]),
        "updated": found.updated_parsed and list(found.updated_parsed[:6]),
        "html": found.content[0].value,
    }


def read(text):
    # As from a server that names the media type, and with the HTML as it is.
    headers = {"content-type": "application/xml; charset=utf-8"}
    feed = feedparser.parse(text.encode(), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    return {
        "bozo": int(feed.bozo),
        "problem": str(feed.get("bozo_exception", "")),
        "version": feed.version,
        "title": feed.feed.title,
        "link": feed.feed.link,
        "language": feed.feed.language,
        "entries": [entry(found) for found in feed.entries],
    }


print(json.dumps([read(text) for text in json.load(sys.stdin)]))
