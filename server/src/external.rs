//! Requests the links to other sites: politely, and at most once a day.

mod answer;
mod memory;
mod web;

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use conference::{diagnostic::Message, load::ExternalLink, message};
use indicatif::ProgressBar;
use url::Url;

pub(crate) use self::web::Web;
pub(crate) use self::{
    answer::{Answer, Ask, Method, Verdict},
    memory::Memory,
};

/// The number of sites that are requested at the same time. Each site gets one request after another.
const WORKERS: usize = 8;

/// The pause between two requests to one site.
const PAUSE: Duration = Duration::from_millis(500);

/// The number of attempts for one address.
const ATTEMPTS: u32 = 3;

/// The most redirects that are followed.
const REDIRECTS: usize = 5;

/// Requests every address once, however many links it has; several sites at the same time.
pub(crate) fn verify(links: &[ExternalLink], ask: &impl Ask, bar: &ProgressBar) -> BTreeMap<String, Verdict> {
    let mut sites: BTreeMap<String, BTreeMap<String, Url>> = BTreeMap::new();
    for link in links {
        if let Some((address, url)) = address(&link.url) {
            sites.entry(url.authority().to_owned()).or_default().insert(address, url);
        }
    }
    bar.set_length(sites.values().map(BTreeMap::len).sum::<usize>() as u64);
    let verdicts = Mutex::new(BTreeMap::new());
    let sites = Mutex::new(sites.into_values());
    let next = || sites.lock().unwrap_or_else(PoisonError::into_inner).next();
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(addresses) = next() {
                    for (place, (address, url)) in addresses.into_iter().enumerate() {
                        if place > 0 {
                            ask.wait(PAUSE);
                        }
                        let verdict = judge(&url, ask);
                        verdicts.lock().unwrap_or_else(PoisonError::into_inner).insert(address, verdict);
                        bar.inc(1);
                    }
                }
            });
        }
    });
    verdicts.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The address of a link without its fragment; `None` if it is not HTTP.
pub(crate) fn address(link: &str) -> Option<(String, Url)> {
    let mut url = Url::parse(link).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    url.set_fragment(None);
    Some((url.to_string(), url))
}

fn judge(url: &Url, ask: &impl Ask) -> Verdict {
    let mut present = url.clone();
    let mut for_good = None;
    let mut permanent = true;
    for _ in 0..=REDIRECTS {
        let (status, location) = match insist(&present, ask) {
            Answer::Status { status, location, .. } => (status, location),
            Answer::None(reason) => return Verdict::Unreachable(reason),
        };
        match (status, location) {
            (301 | 302 | 303 | 307 | 308, Some(location)) => {
                let next = present.join(&location).ok().filter(|next| matches!(next.scheme(), "http" | "https"));
                let Some(next) = next else {
                    return Verdict::Dead(message!("it redirects to `{location}`", "`{location}`へ転送されます"));
                };
                permanent &= matches!(status, 301 | 308);
                present = next;
                if permanent {
                    for_good = Some(present.clone());
                }
            }
            (200..=399, _) => {
                return match for_good {
                    Some(new) => Verdict::Moved(new.into()),
                    None => Verdict::Fine,
                };
            }
            // A page that asks for a login or refuses programs exists.
            (401 | 403 | 405 | 429 | 451 | 999, _) => return Verdict::Fine,
            (status @ 400..=499, _) => return Verdict::Dead(answers(status)),
            (status, _) => return Verdict::Unreachable(answers(status)),
        }
    }
    Verdict::Dead(message!("it redirects more than {REDIRECTS} times", "{REDIRECTS}回を超えて転送されます"))
}

fn answers(status: u16) -> Message {
    message!("the site answers {status}", "サイトの応答は{status}です")
}

/// Repeats a request if the next answer may differ, and uses GET if a site does not know HEAD.
fn insist(url: &Url, ask: &impl Ask) -> Answer {
    let mut method = Method::Head;
    let mut attempt = 1;
    loop {
        let answer = ask.ask(method, url);
        let again = match &answer {
            // A 429 is not repeated at once, not even with GET.
            Answer::Status { status: 400..=428 | 430..=499 | 501, .. } if method == Method::Head => {
                method = Method::Get;
                continue;
            }
            Answer::Status { status: 429 | 500..=599, retry_after, .. } => Some(*retry_after),
            Answer::None(_) => Some(None),
            Answer::Status { .. } => None,
        };
        match again {
            Some(retry_after) if attempt < ATTEMPTS => {
                let seconds = retry_after.unwrap_or(u64::from(attempt * attempt)).min(30);
                ask.wait(Duration::from_secs(seconds));
                attempt += 1;
            }
            _ => return answer,
        }
    }
}

#[cfg(test)]
mod tests;
