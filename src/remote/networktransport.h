// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// HTTP/1.1 over Qt Network, by rules that were measured on Qt 6.4.2: it sends a POST or PATCH again by itself when the
// server closes without an answer (twice in the clear, four times over TLS) unless the body is a sequential device that
// cannot be rewound, and it follows redirects with the bearer token. So every request but GET goes out from an access
// manager of its own, with such a body (of length zero if there is none), and no redirect is followed.
// Never retries. Engine thread.

#include "transport.h"

#include "domain/tenant.h"

#include <memory>

namespace remote {

struct HttpTimeouts {
    std::chrono::milliseconds connect {10'000}; // until the request is out
    std::chrono::milliseconds firstByte {30'000}; // from then to the answer's head
};

class NetworkTransport final : public QObject, public Transport
{
    Q_OBJECT
public:
    // cloud.caFile is trusted in addition to the system's roots, and for loopback addresses of a demo cloud only.
    explicit NetworkTransport(const domain::Cloud &cloud, HttpTimeouts timeouts = {}, QObject *parent = nullptr);
    ~NetworkTransport() override;

    void send(const HttpRequest &request, QObject *asker, AnswerFunction answer) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace remote
