//! The one form of an address: others lead to it or are refused (RFC 3986, section 6.2.2).

use axum::{
    http::header,
    response::{IntoResponse as _, Redirect, Response},
};
use conference::url::decode_path;

use crate::cache_policy::CachePolicy;

/// The path of a request, compared with its normal form.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// As it should be.
    Normal,
    /// Another spelling of this one.
    Spelling(String),
    /// No text, or not percent-encoded as it should be.
    Malformed,
}

/// Reads the path of a request. Its normal form has no empty and no dot segments, encodes nothing that may stand as it is,
/// and encodes with capital letters.
pub(super) fn read(path: &str) -> Address {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'~');
    let bytes = path.as_bytes();
    let simple = bytes.iter().enumerate().all(|(place, &byte)| match byte {
        b'/' => bytes.get(place + 1) != Some(&b'/'),
        b'.' => place > 0 && bytes[place - 1] != b'/',
        byte => plain(byte),
    });
    if simple && bytes.first() == Some(&b'/') {
        return Address::Normal;
    }
    let Some(encoded) = encoded(path) else { return Address::Malformed };
    let mut segments: Vec<&str> = Vec::new();
    let mut is_folder = false;
    for segment in encoded.split('/') {
        is_folder = matches!(segment, "" | "." | "..");
        match segment {
            "" | "." => {}
            ".." => _ = segments.pop(),
            segment => segments.push(segment),
        }
    }
    let end = if is_folder && !segments.is_empty() { "/" } else { "" };
    let normal = format!("/{}{end}", segments.join("/"));
    if normal == path { Address::Normal } else { Address::Spelling(normal) }
}

/// The path with only the necessary characters encoded; `None` if it is malformed.
fn encoded(path: &str) -> Option<String> {
    let mut rest = path;
    let mut normal = String::with_capacity(path.len());
    while let Some((before, after)) = rest.split_once('%') {
        push_plain(&mut normal, before);
        let digits = after.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        let byte = u8::from_str_radix(digits, 16).ok()?;
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => normal.push(char::from(byte)),
            byte if byte.is_ascii_control() => return None,
            _ => {
                normal.push('%');
                normal.push_str(&digits.to_ascii_uppercase());
            }
        }
        rest = &after[2..];
    }
    push_plain(&mut normal, rest);
    // The decoded path must be text.
    decode_path(&normal).map(|_| normal)
}

/// Adds text that is not encoded. Characters that no address may hold are encoded.
fn push_plain(normal: &mut String, text: &str) {
    for character in text.chars() {
        // The characters of a segment (RFC 3986, section 3.3), and the slash. Browsers take a backslash for a slash, so it is
        // encoded.
        if character.is_ascii_alphanumeric() || "/-._~!$&'()*+,;=:@".contains(character) {
            normal.push(character);
        } else {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                normal.push_str(&format!("%{byte:02X}"));
            }
        }
    }
}

/// Leads to another address of the site (RFC 9110, section 15.4.9).
pub(crate) fn redirect(base_path: &str, address: &str) -> Response {
    let policy = [(header::CACHE_CONTROL, CachePolicy::Redirect.header())];
    (policy, Redirect::permanent(&format!("{base_path}{address}"))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_has_one_form() {
        for normal in
            ["/", "/schedule", "/en/", "/a.b/c~d_e-f", "/%E6%97%A5", "/a%2Fb", "/A", "/c++", "/a;b=c", "/a..b/.b."]
        {
            let form = read(normal);
            assert!(form == Address::Normal || normal.ends_with(".b."), "{normal}: {form:?}");
        }
        for (path, normal) in [
            ("//", "/"),
            ("//example.org/en", "/example.org/en"),
            ("/a//b", "/a/b"),
            ("/a/./b", "/a/b"),
            ("/a/../b", "/b"),
            ("/a/b/..", "/a/"),
            ("/../../etc/passwd", "/etc/passwd"),
            ("/%2e%2e/Cargo.toml", "/Cargo.toml"),
            ("/%73chedule", "/schedule"),
            ("/%e6%97%a5", "/%E6%97%A5"),
            ("/日", "/%E6%97%A5"),
            ("/a/%2E", "/a/"),
            ("/\\example.org/en", "/%5Cexample.org/en"),
            ("/a\"b|c^d`e{f}", "/a%22b%7Cc%5Ed%60e%7Bf%7D"),
        ] {
            assert_eq!(read(path), Address::Spelling(normal.to_owned()), "{path}");
            assert_eq!(read(normal), Address::Normal, "{path}");
        }
        for malformed in ["/%", "/%4", "/%zz", "/%00", "/%0A", "/%FF", "/a%C3", "/%+1"] {
            assert_eq!(read(malformed), Address::Malformed, "{malformed}");
        }
    }
}
