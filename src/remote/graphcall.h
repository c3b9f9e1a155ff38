// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One call of GraphClient, through its steps: address, token, budget, wire, judgement; a GET may go round again. Deletes
// itself when it has answered. Engine thread.

#include "graphclient.h"

#include "domain/ask.h"

namespace remote {

class GraphClient::Call final : public QObject
{
public:
    Call(GraphClient &client, const GraphRequest &request, domain::Answer<GraphAnswer> answer);
    ~Call() override;

    void start();
    void askerGone();

private:
    void obtainToken(const Secret &refused);
    void waitForBudget();
    void sendOut();
    void judge(const domain::Result<HttpAnswer> &result);
    void judgeStatus(const HttpAnswer &answer);
    void judgeThrottling(const HttpAnswer &answer);
    void retryOr(domain::Error error, std::optional<std::chrono::seconds> asked);
    void answer(domain::Result<GraphAnswer> result);
    [[nodiscard]] bool isGet() const { return m_request.method == "GET"; }
    [[nodiscard]] bool isWrite() const { return !isGet() && !m_request.onlyReads; }
    [[nodiscard]] HttpRequest httpRequest() const;

    GraphClient &m_client;
    GraphRequest m_request;
    domain::Answer<GraphAnswer> m_answer;
    QUrl m_url;
    QByteArray m_callId;
    Secret m_token;
    int m_tries = 0;
    bool m_refreshed = false; // after a 401
    bool m_holdsBudget = false;
    bool m_isOut = false; // a request may be on the wire
    bool m_answered = false;
};

} // namespace remote
