//! The program at its socket: clients that are slow, hostile or many, and how it ends.

mod log;

use std::{
    io::{BufRead, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    process::{Child, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process, setrlimit};

use crate::site::{copy, fixture, program, repository};

struct Running {
    child: Child,
    address: SocketAddr,
    log: Box<dyn BufRead>,
}

impl Running {
    /// The minimal conference, served with some options.
    fn start(options: &[&str]) -> Self {
        Self::serve(&fixture("minimal"), options)
    }

    fn serve(content: &std::path::Path, options: &[&str]) -> Self {
        let mut command = program();
        command.arg("serve").arg(content).args(["--addr", "127.0.0.1:0"]).args(options);
        command.arg("--site-root").arg(repository().join("public"));
        command.env("SERVERLESSCONF_BASE_URL", "https://conference.test");
        let mut child = command.stderr(Stdio::piped()).spawn().expect("the program starts");
        let mut log = BufReader::new(child.stderr.take().expect("it is piped"));
        let address = loop {
            let mut line = String::new();
            assert!(log.read_line(&mut line).expect("the log is text") > 0, "the program ended");
            if let Some(rest) = line.strip_prefix("serving http://") {
                let address = rest.split('/').next().expect("split gives at least one part");
                break address.parse().expect("an address");
            }
        };
        Self { child, address, log: Box::new(log) }
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).expect("it listens")
    }

    /// What is answered to these bytes, until the connection ends.
    fn answer(&self, request: &[u8]) -> String {
        let mut stream = self.connect();
        stream.write_all(request).expect("it listens");
        all(stream)
    }

    fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.child.id()).expect("it is small");
        kill_process(Pid::from_raw(id).expect("it is not zero"), signal).expect("it runs");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

fn all(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    // A connection that is reset has said all that it says.
    _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

const GET: &[u8] = b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";

#[test]
fn malformed_requests_are_answered_or_hung_up_on_and_hurt_nobody() {
    let server = Running::start(&[]);
    let long_header = format!("GET / HTTP/1.1\r\nhost: x\r\nx: {}\r\n\r\n", "a".repeat(20_000));
    let many_headers = format!("GET / HTTP/1.1\r\n{}\r\n", "x: y\r\n".repeat(200));
    let long_url = format!("GET /{} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", "a".repeat(5_000));
    let body = "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 999999999999\r\n\r\nabc";
    // The library's answers to requests that it cannot read are as bare as nginx's.
    for (request, expected) in [
        ("GARBAGE\r\n\r\n", " 400 "),
        ("\x16\x03\x01\x02\x00\x01\x00\x01", " 400 "),
        ("GET / HTTP/9.9\r\n\r\n", " 400 "),
        ("GET /\0 HTTP/1.1\r\n\r\n", " 400 "),
        (&long_header, " 431 "),
        (&many_headers, " 431 "),
    ] {
        let answer = server.answer(request.as_bytes());
        let (head, rest) = answer.split_once("\r\n\r\n").unwrap_or_default();
        assert!(head.lines().next().unwrap_or_default().contains(expected), "{request:?}: {answer:?}");
        assert_eq!(rest, "", "nothing else is answered on that connection: {request:?}");
    }
    for (request, expected) in [
        (&*long_url, " 414 "),
        (body, " 405 "),
        ("GET / HTTP/1.1\r\nconnection: close\r\n\r\n", " 400 "),
        ("GET / HTTP/1.1\r\nhost: x\r\nhost: y\r\nconnection: close\r\n\r\n", " 400 "),
        ("GET / HTTP/1.0\r\n\r\n", " 200 "),
        ("OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", " 405 "),
    ] {
        let answer = server.answer(request.as_bytes());
        let first = answer.lines().next().unwrap_or_default();
        assert!(first.contains(expected), "{:?}: {first:?}", &request[..request.len().min(60)]);
        let has_all = answer.contains("x-content-type-options: nosniff\r\n") && answer.contains("referrer-policy: ");
        assert!(has_all, "{:?}: {answer}", &request[..request.len().min(60)]);
    }
    assert!(server.answer(GET).starts_with("HTTP/1.1 200 "));
}

/// Behind a proxy that believes the other length, the rest of the body would be the request of another visitor.
#[test]
fn a_request_whose_length_is_told_twice_is_refused_and_ends_its_connection() {
    let server = Running::start(&[]);
    let next = "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n";
    let lengths = [
        "content-length: 4\r\ntransfer-encoding: chunked",
        "transfer-encoding: chunked\r\ncontent-length: 4",
        "transfer-encoding: chunked",
    ];
    for method in ["GET", "POST"] {
        for lengths in lengths {
            let request = format!("{method} / HTTP/1.1\r\nhost: x\r\n{lengths}\r\n\r\n0\r\n\r\n{next}");
            let answer = server.answer(request.as_bytes());
            assert!(answer.starts_with("HTTP/1.1 400 "), "{method} {lengths}: {answer}");
            assert!(answer.contains("connection: close\r\n"), "{method} {lengths}: {answer}");
            assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{method} {lengths}: {answer}");
        }
    }
}

#[test]
fn slow_clients_by_the_thousand_are_bounded_and_let_go() {
    let limit = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit }).expect("it can be raised");
    let server = Running::start(&["--max-connections", "1000", "--header-timeout", "6"]);
    let slow: Vec<_> = (0..1000)
        .map(|_| {
            let mut stream = server.connect();
            stream.write_all(b"GET / HTTP/1.1\r\nhost").expect("it listens");
            stream
        })
        .collect();
    // Whoever comes now is told so, politely.
    let answer = server.answer(GET);
    assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("retry-after: 5\r\n"), "{answer}");
    for stream in slow {
        let answer = all(stream);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408 "), "{answer}");
    }
    assert!(server.answer(GET).starts_with("HTTP/1.1 200 "));
}

#[test]
fn an_idle_connection_is_closed() {
    let server = Running::start(&["--header-timeout", "1"]);
    let mut stream = server.connect();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").expect("it listens");
    let answer = all(stream);
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("ok\n"), "{answer}");
}

#[test]
fn whoever_was_connected_before_the_end_is_answered() {
    let mut server = Running::start(&[]);
    let answered = AtomicUsize::new(0);
    let address = server.address;
    let results: Vec<(Instant, String)> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let mut results = Vec::new();
                    // Until nobody listens.
                    while let Ok(mut stream) = TcpStream::connect(address) {
                        let connected = Instant::now();
                        _ = stream.write_all(GET);
                        results.push((connected, all(stream)));
                        answered.fetch_add(1, Ordering::Relaxed);
                    }
                    results
                })
            })
            .collect();
        while answered.load(Ordering::Relaxed) < 200 {
            std::thread::yield_now();
        }
        let asked = Instant::now();
        server.signal(Signal::TERM);
        let results = clients.into_iter().flat_map(|client| client.join().expect("no client panics"));
        results.filter(|(connected, _)| *connected < asked).collect()
    });
    assert!(results.len() >= 200);
    for (_, answer) in &results {
        assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("</html>\n"), "{answer:.100}");
    }
    assert!(server.child.wait().expect("it ends").success());
}

/// The head of the next answer of a connection, which is whole; `None` where the connection ends before it.
fn next_answer(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        let count = stream.read_line(&mut head).unwrap_or_default();
        if count == 0 {
            assert_eq!(head, "", "no answer breaks off");
            return None;
        }
    }
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("its length is known");
    stream.read_exact(&mut vec![0; length.parse().expect("a number")]).expect("no answer breaks off");
    Some(head)
}

/// As servers in front of this one do: every connection is used again and again.
#[test]
fn whoever_asks_again_on_an_open_connection_is_answered_to_the_end() {
    let mut server = Running::start(&[]);
    let answered = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..4)
            .map(|_| {
                let mut stream = BufReader::new(server.connect());
                let answered = &answered;
                scope.spawn(move || {
                    loop {
                        stream.get_mut().write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").expect("it is open");
                        let head = next_answer(&mut stream).expect("every request is answered");
                        assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
                        answered.fetch_add(1, Ordering::Relaxed);
                        // Whoever is told so asks elsewhere.
                        if head.contains("connection: close\r\n") {
                            assert!(next_answer(&mut stream).is_none());
                            break;
                        }
                    }
                })
            })
            .collect();
        while answered.load(Ordering::Relaxed) < 200 {
            std::thread::yield_now();
        }
        server.signal(Signal::TERM);
        for client in clients {
            client.join().expect("no client panics");
        }
    });
    assert!(server.child.wait().expect("it ends").success());
}

#[test]
fn the_content_is_read_again_on_hangup() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&fixture("minimal"), folder.path());
    let mut server = Running::serve(folder.path(), &["--log-format", "json"]);
    let event = folder.path().join("program/event.md");
    let text = std::fs::read_to_string(&event).expect("it is there");
    let name = text.lines().find_map(|line| line.strip_prefix("name: ")).expect("it has a name");
    std::fs::write(&event, text.replace(name, "Renamed")).expect("it can be written");
    assert!(!server.answer(GET).contains("Renamed"));
    server.signal(Signal::HUP);
    let mut line = String::new();
    while !line.contains("read again") {
        line.clear();
        assert!(server.log.read_line(&mut line).expect("the log is text") > 0, "the program ended");
    }
    let entry: serde_json::Value = serde_json::from_str(&line).expect("a line of JSON");
    assert!(entry["revision"].is_string(), "{entry}");
    assert!(server.answer(GET).contains("Renamed"));
}

#[test]
fn figures_are_served_at_an_address_of_their_own() {
    let mut command = program();
    command.arg("serve").arg(fixture("minimal")).args(["--addr", "127.0.0.1:0", "--metrics", "127.0.0.1:0"]);
    let mut child = command.stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut log = BufReader::new(child.stderr.take().expect("it is piped"));
    let mut address = |prefix: &str| -> SocketAddr {
        let mut line = String::new();
        log.read_line(&mut line).expect("the log is text");
        let rest = line.strip_prefix(prefix).unwrap_or_else(|| panic!("{line}"));
        rest.split('/').next().and_then(|address| address.parse().ok()).expect("an address")
    };
    let metrics = address("metrics at http://");
    let server = Running { address: address("serving http://"), child, log: Box::new(log) };
    for _ in 0..3 {
        server.answer(GET);
    }
    server.answer(b"GET /no HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    // The router takes it for a page in another language.
    server.answer(b"GET /wp-admin/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    assert!(server.answer(b"GET /metrics HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").contains(" 404 "));
    let ask = |path: &str| {
        let mut stream = TcpStream::connect(metrics).expect("it listens");
        let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it listens");
        all(stream)
    };
    let figures = ask("/metrics");
    // Where visitors have every connection, it is not taken for dead.
    assert!(ask("/healthz").starts_with("HTTP/1.1 200 "));
    for line in [
        "serverlessconf_requests_total{route=\"/\",status=\"200\"} 3",
        "serverlessconf_requests_total{route=\"other\",status=\"404\"} 3",
        "serverlessconf_content_errors 0",
        "serverlessconf_content_info{revision=",
        "serverlessconf_page_cache_bytes ",
        "# EOF",
    ] {
        assert!(figures.contains(line), "{line} is not in {figures}");
    }
    assert!(!figures.contains("# EOF\n#"), "{figures}");
}
