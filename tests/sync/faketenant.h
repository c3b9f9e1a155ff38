// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A tenant as a data structure: the server function of a FakeTransport. It knows the few calls that pulls and executors
// make, moves stamps forward with every change, pages by $skip over the list as it is at that moment (so that rows slip
// while a client pages), and keeps every effect that a write had. Independent of the simulator. Main thread.

#include "domain/moment.h"
#include "domain/result.h"
#include "remote/transport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>

#include <functional>
#include <optional>

namespace casemate::test {

struct Effect {
    QString kind; // "edit", "comment", "remediation"
    QString incident; // of edits and comments
    QString text; // body of an edit, text of a comment, display name of a remediation
};

class FakeTenant
{
public:
    enum class Order { Newest, Oldest, ById };
    struct Habits { // of the lists
        Order order = Order::Newest;
        bool counts = true; // @odata.count
        bool shortPages = false; // shorter than $top, some of them empty
        bool losesNextLink = false; // the first page has none although more follow
        bool loopsNextLink = false; // always the same link
        int deepestSkip = 0; // 400 beyond it; 0: no limit
    };

    explicit FakeTenant(std::function<domain::Moment()> now);

    [[nodiscard]] domain::Result<remote::HttpAnswer> answer(const remote::HttpRequest &request);

    // The world
    void addIncident(const QString &id, domain::Moment updated);
    void addAlert(const QString &id, const QString &incident, domain::Moment updated);
    // An alert with one analyzedMessageEvidence that waits for approval, and the mail it is about, in the inbox.
    void addPendingMail(const QString &alert, const QString &incident, const QString &message, const QString &recipient);
    void touchIncident(const QString &id); // its stamp becomes the newest of all
    void touchAlert(const QString &id);
    void edit(const QString &incident, const QJsonObject &changes); // by somebody else; no effect of ours
    void decidePending(const QString &alert, const QString &status); // moves no stamp
    // By "admin", "user" or "system", as its timeline tells; without one the timeline has nothing about it.
    void moveMail(const QString &message, const QString &location, const QString &by = {});
    void setRemediationDelay(int seconds) { m_remediationDelay = seconds; }

    Habits habits;
    std::function<void()> beforeList; // called before each page is made
    std::function<std::optional<remote::HttpAnswer>(const remote::HttpRequest &)> instead; // an answer of the test's own

    [[nodiscard]] const QList<Effect> &effects() const { return m_effects; }
    [[nodiscard]] QMap<QString, domain::Moment> incidentStamps() const { return stamps(m_incidents); }
    [[nodiscard]] QMap<QString, domain::Moment> alertStamps() const { return stamps(m_alerts); }
    [[nodiscard]] QJsonObject incident(const QString &id) const { return m_incidents.value(id); }
    [[nodiscard]] QString mailLocation(const QString &message); // now
    [[nodiscard]] int refused() const { return m_refused; } // answers with 400 for a deep $skip

private:
    using Rows = QMap<QString, QJsonObject>;
    struct Mail {
        QString recipient;
        QString location = QStringLiteral("inbox_folder");
        std::optional<domain::Moment> movesAt;
        QString movesTo;
        QJsonArray timeline;
    };

    [[nodiscard]] static QMap<QString, domain::Moment> stamps(const Rows &rows);
    [[nodiscard]] remote::HttpAnswer token(const remote::HttpRequest &request) const;
    [[nodiscard]] remote::HttpAnswer list(const remote::HttpRequest &request, const Rows &rows);
    [[nodiscard]] remote::HttpAnswer oneIncident(const QString &id, bool withAlerts) const;
    [[nodiscard]] remote::HttpAnswer patch(const QString &id, const QByteArray &body);
    [[nodiscard]] remote::HttpAnswer comment(const QString &id, const QByteArray &body);
    [[nodiscard]] remote::HttpAnswer mails(const remote::HttpRequest &request);
    [[nodiscard]] remote::HttpAnswer remediate(const QByteArray &body);
    [[nodiscard]] remote::HttpAnswer json(const QJsonObject &object, int status = 200) const;
    [[nodiscard]] remote::HttpAnswer failure(int status, const QString &code) const;
    [[nodiscard]] domain::Moment nextStamp();
    void settleMails();
    void noteMove(Mail &mail, const QString &by, domain::Moment at);

    std::function<domain::Moment()> m_now;
    domain::Moment m_lastStamp;
    Rows m_incidents;
    Rows m_alerts;
    QMap<QString, Mail> m_mails;
    QList<Effect> m_effects;
    int m_remediationDelay = 20;
    int m_lists = 0;
    int m_refused = 0;
};

} // namespace casemate::test
