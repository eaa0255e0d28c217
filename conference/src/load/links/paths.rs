//! Relative paths between files of the content folder, with `/`.

/// The folder of a file; empty for the content folder itself.
pub(in crate::load) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The name of a file without extension; for `index` files, with the folder.
pub(super) fn name(path: &str) -> &str {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let start = match name.starts_with("index.") {
        true => folder.rsplit_once('/').map_or(0, |(above, _)| above.len() + 1),
        false => path.len() - name.len(),
    };
    let end = name.rfind('.').map_or(path.len(), |dot| path.len() - name.len() + dot);
    &path[start..end]
}

/// Follows a relative path from a folder; `None` if it leaves the content folder.
pub(in crate::load) fn join(folder: &str, relative: &str) -> Option<String> {
    let mut segments: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
    for segment in relative.split('/') {
        match segment {
            "" | "." => {}
            ".." => _ = segments.pop()?,
            _ => segments.push(segment),
        }
    }
    Some(segments.join("/"))
}

/// The path of a link destination; `None` if it leaves the content folder.
pub(in crate::load) fn target(file: &str, destination: &str) -> Option<String> {
    join(folder(file), &decode(destination))
}

/// The relative path from a folder to a file.
pub(super) fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - shared);
    up.chain(to[shared..].iter().copied()).collect::<Vec<_>>().join("/")
}

/// Decodes `%E5%8F%97`; invalid encodings are left unchanged.
pub(super) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut place = 0;
    while place < bytes.len() {
        let encoded = match bytes[place..] {
            [b'%', high, low, ..] => hexadecimal(high).zip(hexadecimal(low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        decoded.push(encoded.unwrap_or(bytes[place]));
        place += if encoded.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::{decode, join, relative};

    #[test]
    fn paths_are_followed_within_the_content_folder() {
        for (folder, path, expected) in [
            ("program/sessions", "../speakers/a.md", Some("program/speakers/a.md")),
            ("program/sessions", "b.md", Some("program/sessions/b.md")),
            ("interviews", "./../program/event.md", Some("program/event.md")),
            ("interviews", "../../etc/passwd", None),
            ("", "a.md", Some("a.md")),
        ] {
            assert_eq!(join(folder, path).as_deref(), expected, "{folder} + {path}");
        }
    }

    #[test]
    fn a_relative_path_leads_back() {
        for (folder, path, expected) in [
            ("program/sessions", "program/speakers/a.md", "../speakers/a.md"),
            ("program/sessions", "program/sessions/b.md", "b.md"),
            ("program/speakers", "interviews/a/index.md", "../../interviews/a/index.md"),
            ("interviews/a", "interviews/b.md", "../b.md"),
            ("", "a.md", "a.md"),
        ] {
            assert_eq!(relative(folder, path), expected);
            assert_eq!(join(folder, expected).as_deref(), Some(path));
        }
    }

    #[test]
    fn percent_encoding_is_undone_where_it_is_valid() {
        for (text, expected) in
            [("%E5%8F%97.png", "受.png"), ("a%20b", "a b"), ("100%", "100%"), ("%zz%4", "%zz%4"), ("%ff", "%ff")]
        {
            assert_eq!(decode(text), expected);
        }
    }
}
