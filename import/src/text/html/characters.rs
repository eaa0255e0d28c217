//! Decodes the entities of HTML in words that have no other markup, such as titles.

use std::{borrow::Cow, cell::RefCell};

use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states};

/// The longest entity in bytes, with its semicolon.
const LONGEST: usize = 34;

/// Decodes the entities in a text. One without a semicolon stays: `AT&T`, `?a=1&copy=2`.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        decoded.push_str(&rest[..start]);
        let after = &rest[start + 1..];
        let is_sign = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
        let length = after.bytes().take(LONGEST).take_while(is_sign).count();
        let entity = (length > 0 && after[length..].starts_with(';')).then(|| &rest[start..start + length + 2]);
        match entity {
            Some(entity) => {
                decoded.push_str(&character(entity));
                rest = &rest[start + entity.len()..];
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// The characters of one entity; itself if there is none of its name.
fn character(entity: &str) -> String {
    let input = BufferQueue::default();
    input.push_back(entity.into());
    let state = Some(states::State::RawData(states::RawKind::Rcdata));
    let tokenizer =
        Tokenizer::new(Words::default(), TokenizerOpts { initial_state: state, ..TokenizerOpts::default() });
    while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// Receives characters.
#[derive(Default)]
struct Words(RefCell<String>);

impl TokenSink for Words {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        if let Token::CharacterTokens(text) = token {
            self.0.borrow_mut().push_str(&text);
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn entities_are_characters() {
        for (text, expected) in [
            ("Rust &amp; Go &#8211; compared", "Rust & Go – compared"),
            ("Caf&eacute;&hellip; &#x1F600;", "Café… 😀"),
            ("AT&T; &copy=1 &unknown; & &; &amp;amp;", "AT&T; &copy=1 &unknown; & &; &amp;"),
            ("&lt;b&gt;", "<b>"),
            ("&", "&"),
        ] {
            assert_eq!(unescape(text), expected, "{text}");
        }
    }
}
