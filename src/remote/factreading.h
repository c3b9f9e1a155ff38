// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads again what a decision relies on: its incident, its pending action, where its mails lie. One reading, in named
// steps; only the steps that are needed. Private to the executors. Engine thread.

#include "incidents.h"
#include "latestlocations.h"

#include "domain/ask.h"
#include "domain/decision.h"
#include "domain/decoder.h"

namespace remote {

struct FactQuestion {
    domain::Decision decision;
    std::optional<MailSource> mails; // read the latest location of every target
    bool incident = false; // read the incident even if no fact needs it
};

struct FactAnswer {
    QList<domain::Fact> facts; // those that the decision names, and the locations
    std::optional<domain::Incident> incident;
};

class FactReading final : public QObject
{
public:
    // Error{Refused, "unknownFact"} when the decision names a fact that nobody here can read.
    static void run(GraphClient &client, const domain::Decoder &decoder, const FactQuestion &question, QObject *asker,
                    std::function<void(domain::Result<FactAnswer>)> answer);

private:
    FactReading(GraphClient &client, const domain::Decoder &decoder, const FactQuestion &question,
                domain::Answer<FactAnswer> answer);

    void start();
    void readIncident(bool withAlerts);
    void takeIncident(const ItemAnswer &item, bool withAlerts);
    void takeAction(const QByteArray &incident, const std::optional<domain::Moment> &time);
    void readMails();
    void add(const QString &name, const QString &value, const std::optional<domain::Moment> &time);
    void end(domain::Result<FactAnswer> result);

    GraphClient &m_client;
    const domain::Decoder &m_decoder;
    FactQuestion m_question;
    domain::Answer<FactAnswer> m_answer;
    FactAnswer m_facts;
};

} // namespace remote
