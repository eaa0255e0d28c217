//! Errors before any event is known: in both languages of the program, as there is no site that has its own.

use axum::http::{HeaderMap, StatusCode};
use conference::Language;

use crate::negotiation::{Format, JSON, PAGE, PLAIN, language};

/// A title and a sentence.
type Words = (&'static str, &'static str);

/// The media type and the body of an error.
pub(super) fn explained(status: StatusCode, format: Format, path: &str, request: &HeaderMap) -> (&'static str, String) {
    let languages = ["en", "ja"].map(|tag| Language::parse(tag).expect("a valid tag"));
    let language = language(path, request, &languages);
    let [english, japanese] = words(status);
    let (title, detail) = if language.as_str() == "ja" { japanese } else { english };
    match format {
        Format::Page => {
            let head = format!("<html lang=\"{language}\"><meta charset=\"utf-8\"><title>{title}</title>");
            (PAGE, format!("<!DOCTYPE html>{head}<h1>{title}</h1><p>{detail}</p></html>\n"))
        }
        Format::Json => {
            let (kind, status) = ("about:blank", status.as_u16());
            let value =
                serde_json::json!({ "type": kind, "title": title, "status": status, "detail": detail, "nearest": [] });
            (JSON, format!("{value:#}\n"))
        }
        Format::Plain => (PLAIN, format!("{} {title}\n{detail}\n", status.as_u16())),
    }
}

/// In English and in Japanese.
fn words(status: StatusCode) -> [Words; 2] {
    match status {
        StatusCode::SERVICE_UNAVAILABLE => [
            ("Not ready yet", "This site is not ready yet. Please come back soon."),
            ("準備中です", "このサイトはまだ準備中です。しばらくしてから、もう一度お越しください。"),
        ],
        StatusCode::NOT_FOUND => [
            ("Page not found", "There is nothing at this address."),
            ("ページが見つかりません", "このアドレスには何もありません。"),
        ],
        StatusCode::METHOD_NOT_ALLOWED => [
            ("Not possible here", "This site can be read, and nothing else."),
            ("この操作はできません", "このサイトは閲覧のみできます。"),
        ],
        status if status.is_server_error() => [
            ("Something went wrong", "This is our mistake. Please try again later."),
            ("エラーが発生しました", "こちらの不具合です。しばらくしてから、もう一度お試しください。"),
        ],
        _ => [
            ("The request cannot be answered", "The address or the request is not in order."),
            ("リクエストに応えられません", "アドレスまたはリクエストに誤りがあります。"),
        ],
    }
}
