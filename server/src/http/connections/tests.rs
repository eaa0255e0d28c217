//! How connections are refused, and how the last ones are found.

use std::{net::TcpStream as Client, str::from_utf8};

use super::{REFUSAL, listen, waiting};
use crate::security;

#[test]
fn the_refusal_is_an_answer_of_the_right_length_with_every_security_header() {
    let (head, body) = REFUSAL.split_once("\r\n\r\n").expect("there is a body");
    assert!(head.contains(&format!("content-length: {}\r\n", body.len())), "{}", body.len());
    assert!(body.contains("please try again") && body.contains("もう一度"), "{body}");
    for (name, value) in security::HEADERS {
        assert!(head.lines().any(|line| line == format!("{name}: {value}")), "{name}");
    }
    from_utf8(REFUSAL.as_bytes()).expect("it is text");
}

/// More than the runtime lets a task do at a time, and some of which it has not heard.
#[tokio::test]
async fn every_connection_that_waits_is_found() {
    let listener = listen("127.0.0.1:0".parse().expect("an address")).expect("it can listen");
    let address = listener.local_addr().expect("an address");
    let clients: Vec<_> = (0..300).map(|_| Client::connect(address).expect("it listens")).collect();
    assert_eq!(waiting(listener).count(), clients.len());
}
