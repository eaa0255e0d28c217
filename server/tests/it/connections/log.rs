//! What the log says of requests, and what it does not say.

use std::io;

use super::{GET, Running};

/// The next line of the log.
fn next_line(server: &mut Running) -> String {
    let mut line = String::new();
    server.log.read_line(&mut line).expect("the log is text");
    line
}

#[test]
fn replicas_never_give_two_requests_one_name() {
    let names = [(); 2].map(|()| {
        let mut server = Running::start(&["--log-requests"]);
        server.answer(GET);
        let line = next_line(&mut server);
        let (_, rest) = line.split_once("id=").expect("requests have names");
        let (prefix, _) = rest.trim_start_matches('"').split_once('-').expect("and those have two parts");
        assert_eq!(prefix.len(), 16, "{line}");
        prefix.to_owned()
    });
    assert_ne!(names[0], names[1]);
}

#[test]
fn only_named_proxies_are_believed_and_the_log_names_no_visitor() {
    let request = b"GET /en/schedule?q=secret HTTP/1.1\r\nhost: x\r\nx-forwarded-proto: https\r\nx-forwarded-for: 203.0.113.9\r\n\
        x-request-id: from-the-proxy\r\nconnection: close\r\n\r\n";
    let hsts = "strict-transport-security: max-age=31536000\r\n";
    for (options, believed) in
        [(&["--log-requests"][..], false), (&["--log-requests", "--trusted-proxy", "127.0.0.0/8"], true)]
    {
        let mut server = Running::start(options);
        assert_eq!(server.answer(request).contains(hsts), believed);
        let line = next_line(&mut server);
        assert_eq!(line.contains("from-the-proxy"), believed, "{line}");
        assert!(line.contains("/en/schedule") && line.contains("status=200"), "{line}");
        assert!(!line.contains("secret") && !line.contains("203.0.113.9") && !line.contains("127.0.0.1"), "{line}");
    }
}

#[test]
fn a_log_that_nobody_takes_any_more_ends_nothing() {
    let mut server = Running::start(&["--log-requests"]);
    // As `serve 2>&1 | head -1`.
    server.log = Box::new(io::empty());
    for _ in 0..2 {
        assert!(server.answer(GET).starts_with("HTTP/1.1 200 "));
    }
}

#[test]
fn a_site_that_does_not_know_its_address_says_what_that_leaves_out() {
    let mut server = Running::start(&["--base-url", ""]);
    assert!(next_line(&mut server).contains("there are no feeds, social cards and structured data"));
}
