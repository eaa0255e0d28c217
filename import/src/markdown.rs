//! Converts the texts of a source into Markdown that this site can render.

mod html;
mod plain;
mod safe;

pub use html::{is_html, to_markdown};
pub use plain::from_plain;
pub use safe::mend;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{from_plain, mend, to_markdown};

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

        #[test]
        fn plain_text_and_html_never_need_mending(text in r#"([\[\]()!<>#{}\\/a-z0-9.:"|`~*_+=^& \n-]|<!--|<b|</p>|<a href=|https://a\.b|---- |\{#|!\[|漢){0,40}"#) {
            for mut body in [from_plain(&text), to_markdown(&text)] {
                let (before, mut checks) = (body.clone(), Vec::new());
                mend(&mut [(&mut body, &mut checks)]);
                prop_assert_eq!((body, checks), (before, vec![]));
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(from_plain(text), expected);
    }

    #[test]
    fn words_stay_words() {
        check("Learn *this*, _that_ & <b>more</b>", "Learn \\*this\\*, \\_that\\_ \\& \\<b\\>more\\</b\\>");
        check(
            "# No heading\n- no list\n1. no list\n---\n===",
            "\\# No heading\\\n\\- no list\\\n1\\. no list\\\n\\---\\\n\\===",
        );
        check("---- Question?", "\\---- Question?");
        check("{漢字|かんじ} [a](b)", "\\{漢字\\|かんじ\\} \\[a\\](b)");
    }

    #[test]
    fn lines_and_paragraphs_stay() {
        check("one\r\ntwo\r\n\r\n  three  \n\n\n", "one\\\ntwo\n\nthree");
        check("", "");
    }

    #[test]
    fn addresses_become_links() {
        check("See https://example.org/a_b?c=1.", "See <https://example.org/a_b?c=1>.");
        check("http:// or https://<script>", "http:// or https://\\<script\\>");
    }
}
