// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Mail as Defender for Office sees it, and its remediation. The whole family takes application tokens only. Engine thread.

#include "graphclient.h"

#include "domain/decision.h"

namespace remote {

struct MailEvent { // what happened to a mail after it was delivered
    domain::Moment at;
    QString source; // who did it: "admin", "AdminAction", …; as received
    QString type;
    QString result;

    friend bool operator==(const MailEvent &, const MailEvent &) = default;
};

struct AnalyzedEmail { // one message for one recipient
    domain::MailTarget target;
    domain::Word<domain::MailLocation> latestLocation;
    QString latestAction; // as received
    domain::Word<domain::MailLocation> originalLocation;
    QStringList threatTypes;
    QList<MailEvent> events; // its timeline
};
// Pure. `body` is a page of the list.
[[nodiscard]] domain::Result<QList<AnalyzedEmail>> readAnalyzedEmails(const QByteArray &body);

struct Remediation {
    QString displayName; // unique: carries the decision's id
    QString description;
    domain::MailAction action = domain::MailAction::Other;
    QList<domain::MailTarget> targets; // each with a recipient
};
inline constexpr char remediatePath[] = "/v1.0/security/collaboration/analyzedEmails/remediate";

[[nodiscard]] QByteArray remediationBody(const Remediation &remediation); // pure
// The handle in the Location of the 202, which is a portal page and not encoded. Empty when there is none. Pure.
[[nodiscard]] QString bulkId(const QByteArray &location);

class AnalyzedEmails
{
public:
    explicit AnalyzedEmails(GraphClient &client)
        : m_client(client)
    {
    }

    struct Found {
        QList<AnalyzedEmail> emails;
        std::optional<domain::Moment> serverDate;
    };
    // A target without a recipient answers with all recipients of the message. Follows pages.
    void get(const domain::MailTarget &target, Lane lane, QObject *asker,
             std::function<void(domain::Result<Found>)> answer);
    void remediate(const QByteArray &body, const domain::AttemptId &attempt, QObject *asker,
                   GraphClient::AnswerFunction answer);

private:
    void page(const GraphRequest &request, Found found, int pagesLeft, QObject *asker,
              std::function<void(domain::Result<Found>)> answer);

    GraphClient &m_client;
};

} // namespace remote
