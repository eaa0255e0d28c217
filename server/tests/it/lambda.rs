//! The program in AWS Lambda, of which this test offers the runtime API
//! (<https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>).

use std::{collections::VecDeque, sync::Arc};

use axum::{
    Router,
    extract::{Path, State},
    http::{Method, StatusCode},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use base64::Engine as _;
use serde_json::Value;
use tokio::{
    net::TcpListener,
    sync::{Mutex, mpsc},
};

use crate::site::{TestSite, program, repository};

const NOW: &str = "2016-10-02T10:00";

/// Method, path, query and headers.
type Case<'c> = (Method, &'c str, &'c str, Vec<(&'c str, &'c str)>);

/// The events that wait, and where answers go.
#[derive(Clone)]
struct Api {
    events: Arc<Mutex<VecDeque<Value>>>,
    answers: mpsc::UnboundedSender<Value>,
}

async fn next(State(api): State<Api>) -> Response {
    let Some(event) = api.events.lock().await.pop_front() else { return std::future::pending().await };
    let headers = [
        ("lambda-runtime-aws-request-id", "00000000-1111-2222-3333-444444444444"),
        ("lambda-runtime-deadline-ms", "4102444800000"),
        ("lambda-runtime-invoked-function-arn", "arn:aws:lambda:ap-northeast-1:123456789012:function:conference"),
    ];
    (headers, event.to_string()).into_response()
}

async fn answered(State(api): State<Api>, Path(_id): Path<String>, answer: String) -> StatusCode {
    let answer = serde_json::from_str(&answer).expect("an answer is JSON");
    api.answers.send(answer).expect("the test waits for it");
    StatusCode::ACCEPTED
}

/// A function URL event, as it was recorded but for these parts.
fn event(method: &Method, path: &str, query: &str, headers: &[(&str, &str)]) -> Value {
    let mut event: Value =
        serde_json::from_str(include_str!("../fixtures/lambda/function-url.json")).expect("the fixture is JSON");
    event["rawPath"] = path.into();
    event["rawQueryString"] = query.into();
    event["requestContext"]["http"]["method"] = method.as_str().into();
    event["requestContext"]["http"]["path"] = path.into();
    for (name, value) in headers {
        event["headers"][*name] = (*value).into();
    }
    event
}

/// The bytes of an answer's body.
fn body(answer: &Value) -> Vec<u8> {
    let body = answer["body"].as_str().unwrap_or_default();
    match answer["isBase64Encoded"].as_bool() {
        Some(true) => base64::engine::general_purpose::STANDARD.decode(body).expect("it is base64"),
        _ => body.as_bytes().to_vec(),
    }
}

#[test]
fn function_urls_get_what_visitors_of_a_socket_get() {
    let site = TestSite::open(&repository(), NOW);
    let etag = site.request_with(Method::GET, "/", &[("accept-encoding", "br")]).header("etag").to_owned();
    let requests: Vec<Case> = vec![
        (Method::GET, "/", "", vec![("accept-encoding", "gzip, br")]),
        (Method::GET, "/en/schedule", "q=aws", vec![]),
        (Method::GET, "/schedule", "q=%E3%82%B5%E3%83%BC%E3%83%90%E3%83%BC", vec![("accept-encoding", "gzip")]),
        (Method::GET, "/tags/%E3%82%B5%E3%83%BC%E3%83%90%E3%83%BC%E3%83%AC%E3%82%B9", "", vec![]),
        (Method::GET, "/", "", vec![("accept-encoding", "br"), ("if-none-match", &etag)]),
        (Method::HEAD, "/en/about", "", vec![]),
        (Method::HEAD, "/no-such-page", "", vec![]),
        (Method::POST, "/schedule", "", vec![("accept", "application/json")]),
        (Method::GET, "/no-such-page", "", vec![]),
        (Method::GET, "/schedule/", "q=a", vec![]),
        (Method::GET, "/icon.svg", "", vec![]),
        (Method::GET, "/%zz", "", vec![("accept", "text/plain")]),
    ];
    let events = requests.iter().map(|(method, path, query, headers)| event(method, path, query, headers)).collect();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let answers: Vec<Value> = runtime.block_on(async {
        let (sender, mut answers) = mpsc::unbounded_channel();
        let api = Api { events: Arc::new(Mutex::new(events)), answers: sender };
        let router = Router::new()
            .route("/2018-06-01/runtime/invocation/next", get(next))
            .route("/2018-06-01/runtime/invocation/{id}/response", post(answered))
            .route("/2018-06-01/runtime/invocation/{id}/error", post(answered))
            .with_state(api);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(async move { axum::serve(listener, router).await });
        let mut command = program();
        command.args(["serve", "--at", NOW, "--base-url", "https://conference.test", "--content"]).arg(repository());
        command.arg("--site-root").arg(repository().join("public")).env("AWS_LAMBDA_RUNTIME_API", address.to_string());
        for (name, value) in [
            ("AWS_LAMBDA_FUNCTION_NAME", "conference"),
            ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128"),
            ("AWS_LAMBDA_LOG_GROUP_NAME", ""),
            ("AWS_LAMBDA_LOG_STREAM_NAME", ""),
        ] {
            command.env(name, value);
        }
        let mut program = command.spawn().expect("the program starts");
        let mut found = Vec::new();
        while found.len() < requests.len() {
            found.push(answers.recv().await.expect("the program answers every event"));
        }
        program.kill().and_then(|()| program.wait()).expect("the program ends");
        found
    });
    for ((method, path, query, headers), answer) in requests.iter().zip(&answers) {
        let url = if query.is_empty() { (*path).to_owned() } else { format!("{path}?{query}") };
        // What the recorded browser sends, unless the case says otherwise.
        let mut all = vec![("accept", "text/html,*/*;q=0.8"), ("accept-language", "en")];
        all.retain(|(name, _)| !headers.iter().any(|(other, _)| other == name));
        all.extend(headers);
        let expected = site.request_with(method.clone(), &url, &all);
        assert_eq!(answer["statusCode"], expected.status.as_u16(), "{method} {url}: {answer}");
        assert!(body(answer) == expected.bytes, "{method} {url}");
        let headers = answer["headers"].as_object().expect("there are headers");
        for (name, value) in &expected.headers {
            let value = value.to_str().expect("it is text");
            assert_eq!(headers.get(name.as_str()).and_then(Value::as_str), Some(value), "{method} {url}: {name}");
        }
        // Function URLs are there by TLS alone.
        assert_eq!(headers["strict-transport-security"], "max-age=31536000", "{method} {url}");
        let known = |name: &str| expected.headers.contains_key(name) || name == "strict-transport-security";
        let further: Vec<_> = headers.keys().filter(|name| !known(name)).collect();
        assert!(further.is_empty(), "{method} {url}: {further:?}");
    }
    assert_eq!(answers[0]["isBase64Encoded"], true, "Brotli is no text");
}
