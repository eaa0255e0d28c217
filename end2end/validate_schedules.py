"""Validates schedules by c3voc's XML Schema and JSON Schema.

Usage: validate_schedules.py <folder of the schemas> < {"xml": [...], "json": [...]}; prints a list of errors as JSON.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft6Validator, FormatChecker
from lxml import etree

folder = Path(sys.argv[1])
documents = json.load(sys.stdin)
errors = []

xml_schema = etree.XMLSchema(etree.parse(folder / "schedule.xml.xsd"))
for text in documents["xml"]:
    xml_schema.validate(etree.fromstring(text.encode()))
    errors += [f"line {error.line}: {error.message}" for error in xml_schema.error_log]

json_schema = json.loads((folder / "schedule.schema.json").read_text())
Draft6Validator.check_schema(json_schema)
validator = Draft6Validator(json_schema, format_checker=FormatChecker())
for text in documents["json"]:
    errors += [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(text))]

print(json.dumps(errors))
