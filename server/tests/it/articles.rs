//! News, and the pages of tags.

use axum::http::StatusCode;

use crate::site::TestSite;

#[test]
fn news_are_listed_and_lead_to_each_other() {
    let site = TestSite::built_in();
    let list = site.get("/en/news");
    let (newest, oldest) = (list.main().find("25 September 2016"), list.main().find("11 September 2016"));
    assert!(newest.is_some() && newest < oldest, "{}", list.main());
    let article = site.get("/news/weekly-2016-09-25");
    assert!(article.main().contains("rel=\"prev\"") && article.main().contains("href=\"/news/weekly-2016-09-11\""));
    for written in ["/store/{proxy+}", "!ImportValue", "${変数}", "${AWS::StackName}"] {
        assert!(article.main().contains(written), "{written}");
    }
    assert!(article.main().contains("<p class=\"link-card\">"));
    assert!(site.get("/").main().contains("/news/weekly-2016-09-25"));
    // Without news nothing leads there.
    let other = TestSite::from_dir("minimal");
    assert!(!other.get("/").body.contains("/news"));
    assert_eq!(other.get("/news").status, StatusCode::OK);
}

#[test]
fn a_tag_has_one_page_in_each_language() {
    let site = TestSite::built_in();
    for url in ["/tags/aws", "/en/tags/aws"] {
        let page = site.get(url);
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.main().contains("zombie-apocalypse-workshop") && page.main().contains("weekly-2016-09-25"));
    }
    for (spelling, page) in
        [("/tags/AWS", "/tags/aws"), ("/en/tags/AWS", "/en/tags/aws"), ("/tags/%EF%BD%81ws", "/tags/aws")]
    {
        let answer = site.get(spelling);
        assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, page), "{spelling}");
    }
    for unknown in ["/tags/unknown", "/tags/%FF", "/tags/", "/tags/a/b"] {
        assert_ne!(site.get(unknown).status, StatusCode::OK, "{unknown}");
    }
}
