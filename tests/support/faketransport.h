// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A transport without a network: answers come from a script or from a function, every request is kept and counted, and
// the i-th one can be made to fail before or after it took effect. Used by remote's own tests and by the sweep of sync.

#include "remote/transport.h"

#include "domain/ask.h"

#include <functional>
#include <optional>

namespace casemate::test {

class FakeTransport final : public remote::Transport
{
public:
    using Server = std::function<domain::Result<remote::HttpAnswer>(const remote::HttpRequest &)>;
    enum class FailureMode {
        BeforeFirstByte, // the server never sees it: Unreachable, certainly not applied
        LostAnswer, // the server acts, the answer is lost: may have been applied
        LostRequest, // the request is lost on the way, but nobody can know: may have been applied
    };

    explicit FakeTransport(Server server)
        : m_server(std::move(server))
    {
    }

    // index counts from 1, since the start or the last forgetRequests().
    void failRequest(qsizetype index, FailureMode mode) { m_failure = Failure {index, mode}; }
    void failNone() { m_failure.reset(); }

    [[nodiscard]] qsizetype count() const { return m_requests.size(); }
    [[nodiscard]] const QList<remote::HttpRequest> &requests() const { return m_requests; }
    void forgetRequests() { m_requests.clear(); }

    void send(const remote::HttpRequest &request, QObject *asker, AnswerFunction answer) override
    {
        m_requests.append(request);
        const domain::Answer<remote::HttpAnswer> reply(asker, std::move(answer));
        if (!m_failure || m_failure->index != m_requests.size()) {
            reply(m_server(request));
            return;
        }
        domain::Error error;
        error.kind = domain::ErrorKind::ConnectionLost;
        error.tried = request.tried;
        error.mayHaveBeenApplied = !request.isGet();
        switch (m_failure->mode) {
        case FailureMode::BeforeFirstByte:
            error.kind = domain::ErrorKind::Unreachable;
            error.mayHaveBeenApplied = false;
            break;
        case FailureMode::LostAnswer: {
            [[maybe_unused]] const auto lost = m_server(request);
            break;
        }
        case FailureMode::LostRequest: break;
        }
        reply(error);
    }

private:
    struct Failure {
        qsizetype index = 0;
        FailureMode mode = FailureMode::LostAnswer;
    };

    Server m_server;
    std::optional<Failure> m_failure;
    QList<remote::HttpRequest> m_requests;
};

} // namespace casemate::test
