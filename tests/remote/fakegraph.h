// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A Graph of one incident with one pending mail action, in a few lines, over FakeTransport: everything an executor needs,
// with a count of what was applied. Main thread.

#include "remote/graphclient.h"
#include "remote/graphdecoder.h"
#include "support/faketransport.h"
#include "support/handclock.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace casemate::test {

class FakeGraph
{
public:
    FakeGraph();

    [[nodiscard]] remote::GraphClient &client() { return m_client; }
    [[nodiscard]] const domain::Decoder &decoder() const { return m_decoder; }
    [[nodiscard]] FakeTransport &transport() { return m_transport; }
    [[nodiscard]] HandClock &clock() { return m_clock; }
    [[nodiscard]] qsizetype writes() const; // requests other than GET and hunting

    // the incident as the server has it
    QJsonObject incident;
    QStringList comments;
    // mails: "nmid/recipient" to location, as analyzedEmails spells it
    QHash<QString, QString> places;
    // what it does next instead of the right thing; once
    std::optional<remote::HttpAnswer> nextAnswer;
    bool mayHunt = true;
    bool movesMails = true;
    QList<QJsonObject> remediations; // bodies it has accepted
    QList<QJsonObject> patches;

private:
    class Tokens final : public remote::TokenSource
    {
    public:
        void token(remote::Identity identity, const remote::Secret &refused, QObject *asker,
                   std::function<void(domain::Result<remote::Secret>)> answer) override;
    };

    [[nodiscard]] remote::HttpAnswer answer(const remote::HttpRequest &request);
    [[nodiscard]] remote::HttpAnswer incidentAnswer(const remote::HttpRequest &request);
    [[nodiscard]] remote::HttpAnswer mailAnswer(const remote::HttpRequest &request);
    [[nodiscard]] remote::HttpAnswer huntingAnswer(const remote::HttpRequest &request) const;
    [[nodiscard]] QByteArray incidentJson(bool withAlerts) const;

    HandClock m_clock;
    Tokens m_tokens;
    FakeTransport m_transport;
    remote::Budget m_budget;
    remote::GraphClient m_client;
    remote::GraphDecoder m_decoder;
};

// Decisions about that incident and its action.
[[nodiscard]] domain::Decision decision(domain::DecisionKind kind, const QString &value = {});
[[nodiscard]] domain::Decision approval(); // soft delete of two mails, with the facts that hold at first

} // namespace casemate::test
