//! Files of rules for static hosts: headers, redirects, and pages that replace redirects.

use std::fmt::Write as _;

use axum::http::header;
use conference::url::{self, CalendarSessions, Export, FeedSubject, Pattern};

use crate::{cache_policy::CachePolicy, security};

/// The rules of a site, in the files that Netlify and Cloudflare Pages read. URLs can be added in any order.
#[derive(Debug)]
pub(super) struct Rules {
    base_path: String,
    forever: Vec<String>,
    shared: Vec<String>,
    redirects: Vec<(String, String)>,
}

impl Rules {
    pub(super) fn new(base_path: &str) -> Self {
        Self { base_path: base_path.to_owned(), forever: Vec::new(), shared: Vec::new(), redirects: Vec::new() }
    }

    /// Lets clients keep a URL for ever.
    pub(super) fn keep_forever(&mut self, url: &str) {
        self.forever.push(match url.starts_with(url::PICTURES) {
            // Hosts read at most a hundred rules.
            true => format!("{}*", url::PICTURES),
            false => url.to_owned(),
        });
    }

    /// Lets scripts on all sites read a URL. Hosts read at most a hundred rules, so calendars and feeds of items have none, and
    /// one rule for each path, so the stylesheet has none either.
    pub(super) fn share(&mut self, url: &str) {
        let is_left_out = match Export::parse(url, "") {
            Some(Export::Calendar(calendar)) => {
                matches!(calendar.sessions, CalendarSessions::Session(_) | CalendarSessions::Speaker(_))
            }
            Some(Export::Feed(feed)) => {
                matches!(feed.subject, FeedSubject::Series(_) | FeedSubject::Speaker(_) | FeedSubject::Tag(_))
            }
            Some(Export::Stylesheet(_)) => true,
            _ => false,
        };
        if !is_left_out {
            self.shared.push(url.to_owned());
        }
    }

    /// Adds a redirect. Its target already contains the base path.
    pub(super) fn redirect(&mut self, from: &str, to: &str) {
        self.redirects.push((from.to_owned(), to.to_owned()));
    }

    /// The files, each with its path.
    pub(super) fn files(mut self) -> Vec<(&'static str, String)> {
        let base = &self.base_path;
        let mut headers = format!("{base}/*\n");
        for (name, value) in security::HEADERS {
            _ = writeln!(headers, "  {name}: {value}");
        }
        // Cloudflare joins the values of all rules that match, unless a rule removes one. Netlify ignores that line and
        // takes the last value.
        let (name, policy) = (header::CONTENT_SECURITY_POLICY, security::FILES_OF_AUTHORS);
        _ = writeln!(headers, "{base}{}*\n  ! {name}\n  {name}: {policy}", url::ASSETS);
        let frames = security::policy_of_frames(&[security::ANY_SITE.to_owned()]);
        let (resource, every) = (security::RESOURCE_POLICY, security::FOR_EVERY_SITE);
        _ = writeln!(headers, "  ! {resource}\n  {resource}: {every}");
        // Hosts know a segment of a path as `:name`.
        let Pattern { plain, translated } = url::pattern::EMBEDDED_SCHEDULE;
        for path in [plain.to_owned(), translated.replace("{language}", ":language")] {
            let frames = frames.to_str().unwrap_or_default();
            _ = writeln!(
                headers,
                "{base}{path}\n  ! {name}\n  {name}: {frames}\n  ! {resource}\n  {resource}: {every}"
            );
        }
        _ = writeln!(headers, "{base}{}\n  ! {resource}\n  {resource}: {every}", url::EMBED_SCRIPT);
        self.forever.sort_unstable();
        self.forever.dedup();
        for path in &self.forever {
            let value = CachePolicy::Forever.value();
            _ = writeln!(headers, "{base}{path}\n  cache-control: {value}");
            // Of two rules with one path, hosts read the last.
            if path.starts_with(url::PICTURES) {
                _ = writeln!(headers, "  ! {resource}\n  {resource}: {every}");
            }
        }
        self.shared.sort_unstable();
        for path in &self.shared {
            let (name, value) = security::READABLE;
            _ = writeln!(headers, "{base}{path}\n  {name}: {value}");
        }
        self.redirects.sort_unstable();
        let redirects = self.redirects.iter().map(|(from, to)| format!("{base}{from} {to} 308\n")).collect();
        // Without this file GitHub leaves out files whose names begin with an underscore.
        vec![("_headers", headers), ("_redirects", redirects), (".nojekyll", String::new())]
    }
}

/// A page that replaces a redirect on hosts that have no redirects. Browsers and search engines follow it.
pub(super) fn redirect_page(to: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Moved</title>\
         <meta name=\"robots\" content=\"noindex\"><meta http-equiv=\"refresh\" content=\"0; url={to}\">\
         <link rel=\"canonical\" href=\"{to}\"></head><body><p><a href=\"{to}\">{to}</a></p></body></html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_what_stays_and_what_moved() {
        let mut rules = Rules::new("/2016");
        for url in ["/pictures/b.avif", "/pkg/x.0a.css", "/pictures/a.jpg"] {
            rules.keep_forever(url);
        }
        for url in ["/schedule.json", "/sessions/panel.ics"] {
            rules.share(url);
        }
        for url in ["/tags/a/feed.atom", "/en/speakers/a/feed.rss", "/sessions/a.ics", "/conference.0a1b.css"] {
            rules.share(url);
        }
        rules.redirect("/speakers/old", "/2016/speakers/new");
        let files = rules.files();
        let headers = &files[0].1;
        assert!(headers.starts_with("/2016/*\n  content-security-policy: default-src 'none'"), "{headers}");
        // One policy instead of two that apply together.
        let drawings =
            "/2016/content/*\n  ! content-security-policy\n  content-security-policy: default-src 'none'; style-src";
        assert!(headers.contains(drawings), "{headers}");
        let frame = "/2016/:language/embed/schedule\n  ! content-security-policy\n  content-security-policy: default-src 'none'; ";
        assert!(headers.contains(frame) && headers.contains("; frame-ancestors *\n"), "{headers}");
        let end = "/2016/pictures/*\n  cache-control: public, max-age=31536000, immutable\n  \
                   ! cross-origin-resource-policy\n  cross-origin-resource-policy: cross-origin\n/2016/pkg/x.0a.css\n  \
                   cache-control: public, max-age=31536000, immutable\n/2016/schedule.json\n  \
                   access-control-allow-origin: *\n";
        assert!(headers.ends_with(end), "{headers}");
        assert_eq!(files[1], ("_redirects", "/2016/speakers/old /2016/speakers/new 308\n".to_owned()));
    }

    #[test]
    fn recipes_name_every_header() {
        for (recipe, text) in [
            ("nginx.conf", include_str!("../../../../deploy/nginx.conf")),
            ("Caddyfile", include_str!("../../../../deploy/Caddyfile")),
        ] {
            // Only names at the beginning of a line count: names in comments are not sent.
            // Error pages have headers of their own.
            let text = text.split("handle_errors").next().unwrap_or_default();
            let lines = text.lines().map(|line| {
                let header = line.trim().trim_start_matches("add_header ").trim_start_matches("header ");
                header.trim_start_matches('?')
            });
            let lines: Vec<_> = lines.filter(|line| !line.starts_with('#')).collect();
            let names: Vec<_> =
                lines.iter().filter_map(|line| line.split(' ').next()).map(str::to_ascii_lowercase).collect();
            let values = security::HEADERS.map(|(_, value)| value).into_iter();
            let frames = security::policy_of_frames(&[security::ANY_SITE.to_owned()]);
            let frames = frames.to_str().expect("it has visible characters");
            let policies = [CachePolicy::Forever, CachePolicy::Revalidate].map(CachePolicy::value);
            for value in values.chain(policies).chain([security::FILES_OF_AUTHORS, security::FOR_EVERY_SITE, frames]) {
                let quoted = format!("\"{value}\"");
                assert!(lines.iter().any(|line| line.contains(&quoted)), "{recipe} sends no {value}");
            }
            for (name, _) in security::HEADERS.into_iter().chain([security::READABLE]) {
                assert!(names.iter().any(|it| it == name.as_str()), "{recipe} sends no {name}");
            }
        }
    }
}
