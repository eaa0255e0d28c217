//! Removes values that the content cannot have from an item, and turns them into remarks.

use crate::{Field, Item, Value};

/// Required fields.
const NEEDED: [&str; 10] =
    ["title", "name", "format", "start", "days", "timezone", "languages", "speaker", "published", "rooms"];

impl Item {
    /// Removes a field; from a list only this value, if it has it. Returns `false` if the field is required or missing.
    pub fn withdraw(&mut self, field: &str, value: &str, reason: &str) -> bool {
        let Some(place) = self.fields.iter().position(|other| other.name == field) else { return false };
        if NEEDED.contains(&field) {
            return false;
        }
        let said = match &mut self.fields[place].value {
            Value::List(values) if values.len() > 1 && values.iter().any(|one| says(one, value)) => {
                values.retain(|one| !says(one, value));
                format!("the source also says `{value}`, left out: {reason}")
            }
            Value::Plain(text) | Value::Text(text) => format!("the source says `{field}: {text}`, left out: {reason}"),
            _ => format!("`{field}` was left out: {reason}"),
        };
        if said.starts_with("the source also") {
            let Field { check, .. } = &mut self.fields[place];
            *check = Some(check.take().map_or_else(|| said.clone(), |before| format!("{before}; {said}")));
        } else {
            self.fields.remove(place);
            self.checks.push(said);
        }
        true
    }
}

fn says(value: &Value, text: &str) -> bool {
    matches!(value, Value::Plain(own) | Value::Text(own) if own == text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Place, write};

    #[test]
    fn what_is_taken_back_can_be_checked() {
        let plain = |text: &str| Value::Plain(text.to_owned());
        let field = |name, value| Field { name, value, check: None };
        let mut item = Item {
            place: Place::Event,
            checks: Vec::new(),
            fields: vec![
                field("title", plain("x")),
                field("speakers", Value::List(vec![plain("a"), plain("b")])),
                field("room", plain("hall")),
            ],
            body: String::new(),
        };
        assert!(item.withdraw("speakers", "a", "no `a`") && item.withdraw("room", "hall", "no `hall`"));
        assert!(!item.withdraw("title", "x", "") && !item.withdraw("room", "hall", ""));
        assert_eq!(
            write::file(&item),
            "---\n# check: the source says `room: hall`, left out: no `hall`\n\ntitle: x\n\
             # check: the source also says `a`, left out: no `a`\nspeakers: [b]\n---\n"
        );
        assert!(item.withdraw("speakers", "b", "no `b`"));
        assert!(!write::file(&item).contains("speakers:"));
    }
}
