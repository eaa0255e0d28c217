//! `check --external`: reports problems of links to other sites.

use std::collections::BTreeMap;

use conference::{
    diagnostic::{Diagnostic, Problem, ReportLanguage, Severity},
    load::{ExternalLink, SourceFile},
    message,
};
use indicatif::{ProgressBar, ProgressStyle};

use crate::external::{Ask, Memory, Verdict, address, verify};

/// Requests every address that has no answer from the last day, and reports the wrong ones.
pub(super) fn report(
    links: &[ExternalLink],
    files: &[SourceFile],
    ask: &impl Ask,
    memory: &mut Memory,
    language: ReportLanguage,
) -> Vec<Diagnostic> {
    let known = |link: &ExternalLink| address(&link.url).and_then(|(address, _)| memory.recall(&address));
    let unknown: Vec<_> = links.iter().filter(|link| known(link).is_none()).cloned().collect();
    let bar = ProgressBar::no_length();
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(match language {
        ReportLanguage::English => "asking other sites",
        ReportLanguage::Japanese => "ほかのサイトを確認しています",
    });
    let verdicts = verify(&unknown, ask, &bar);
    bar.finish_and_clear();
    let texts: BTreeMap<&str, &SourceFile> = files.iter().map(|file| (file.path.as_str(), file)).collect();
    let mut found = Vec::new();
    for link in links {
        let Some((address, _)) = address(&link.url) else { continue };
        let verdict = verdicts.get(&address).cloned().or_else(|| memory.recall(&address));
        let Some(problem) = verdict.and_then(|verdict| problem(link, verdict)) else { continue };
        let text = texts.get(link.path.as_str()).map(|file| String::from_utf8_lossy(file.bytes()));
        found.push(problem.locate(&link.path, &text.unwrap_or_default()));
    }
    for (address, verdict) in &verdicts {
        memory.remember(address, verdict);
    }
    memory.save();
    found
}

fn problem(link: &ExternalLink, verdict: Verdict) -> Option<Problem> {
    let (severity, code, message, help) = match verdict {
        Verdict::Fine => return None,
        Verdict::Moved(new) => (
            Severity::Note,
            "moved-link",
            message!("`{url}` has moved for good", "`{url}`は恒久的に移転しました", url = link.url),
            // The same place of the page, unless the site names another one.
            match link.url.split_once('#').filter(|_| !new.contains('#')) {
                Some((_, fragment)) => message!(
                    "write its new address: `{new}#{fragment}`",
                    "新しいアドレスを書いてください: `{new}#{fragment}`"
                ),
                None => message!("write its new address: `{new}`", "新しいアドレスを書いてください: `{new}`"),
            },
        ),
        Verdict::Dead(reason) => (
            Severity::Warning,
            "dead-link",
            message!(
                "`{url}` leads nowhere: {reason}",
                "`{url}`の先に何もありません。{reason}",
                url = link.url,
                reason = reason
            ),
            message!(
                "correct it, or link to a copy in an archive such as `https://web.archive.org/`",
                "直すか、`https://web.archive.org/`などの保存されたページにリンクしてください"
            ),
        ),
        Verdict::Unreachable(reason) => (
            Severity::Warning,
            "unreachable-link",
            message!(
                "`{url}` could not be asked: {reason}",
                "`{url}`を確認できませんでした。{reason}",
                url = link.url,
                reason = reason
            ),
            message!(
                "check it in a browser, and run this again later",
                "ブラウザーで確かめ、後でもう一度実行してください"
            ),
        ),
    };
    Some(Problem { severity, code, span: link.span.clone(), message, help })
}

#[cfg(test)]
mod tests {
    use conference::load::{ExternalLink, SourceFile};
    use url::Url;

    use super::*;
    use crate::external::{Answer, Method};

    /// Everything has moved.
    struct Moved;

    impl Ask for Moved {
        fn ask(&self, _: Method, url: &Url) -> Answer {
            match url.path() {
                "/new" => Answer::Status { status: 200, location: None, retry_after: None },
                _ => Answer::Status { status: 301, location: Some("/new".to_owned()), retry_after: None },
            }
        }

        fn wait(&self, _: std::time::Duration) {}
    }

    /// Answers nothing.
    struct Silence;

    impl Ask for Silence {
        fn ask(&self, _: Method, _: &Url) -> Answer {
            Answer::None(message!("no answer", "応答がありません"))
        }

        fn wait(&self, _: std::time::Duration) {}
    }

    #[test]
    fn a_link_is_reported_at_its_place_and_a_good_answer_is_remembered() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let files = [SourceFile::new("a.md", b"see https://a.test/old#x".to_vec())];
        let links = [ExternalLink { url: "https://a.test/old#x".to_owned(), path: "a.md".to_owned(), span: 4..24 }];
        let expected = [("moved-link", 1, 5, "write its new address: `https://a.test/new#x`")];
        let check = |ask: &dyn Fn(&mut Memory) -> Vec<Diagnostic>| {
            let found = ask(&mut Memory::open(Some(folder.path())));
            let found: Vec<_> =
                found.iter().map(|it| (it.code, it.line, it.column, it.help.english.as_str())).collect();
            assert_eq!(found, expected);
        };
        check(&|memory| report(&links, &files, &Moved, memory, ReportLanguage::English));
        check(&|memory| report(&links, &files, &Silence, memory, ReportLanguage::English));
    }
}
