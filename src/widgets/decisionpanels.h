// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Assign, classify, tag, comment and resolve for the incidents that a page has at hand: opens the panel, makes the choices,
// gives them to the desk and tells how it went. Shared by the queue and the incident page. GUI thread.

#include "materials.h"
#include "page.h"

#include <memory>

namespace widgets {

class AssignPanel;
class ClassifyPanel;
class CommentPanel;
class PanelHost;
class ResolvePanel;
class TagPanel;

// What the decisions are about, and what the panels start from.
struct Subject {
    QList<domain::IncidentId> incidents {};
    QStringList ownTags {}; // that can be taken off; of a single incident
    std::optional<domain::Judgement> judgement {}; // as it is judged now; of a single incident

    [[nodiscard]] QString text() const; // "incident 29", "3 incidents"
    [[nodiscard]] QString key() const; // the same for the same incidents
};

class DecisionPanels : public QObject
{
    Q_OBJECT
public:
    DecisionPanels(const Materials &materials, PanelHost *host, QObject *parent);

    [[nodiscard]] static const CommandSet &commands(); // that carryOut() knows
    void carryOut(Command command, const Subject &subject);
    [[nodiscard]] QByteArray place() const; // the open panel and what is typed, and drafts
    void restorePlace(const QByteArray &place);
    using Results = QList<domain::Result<domain::DecisionId>>;
    [[nodiscard]] static Message outcome(const QList<models::Choice> &choices, const Results &results);

Q_SIGNALS:
    void told(const widgets::Message &message);

private:
    [[nodiscard]] std::optional<Command> openCommand() const;
    void openAssign();
    void openClassify();
    void openTag();
    void openComment();
    void openResolve();
    void decide(domain::DecisionKind kind, const QString &value, const QString &comment = {});

    Materials m_materials;
    PanelHost *m_host;
    Subject m_subject; // of the panel that is open; the row under the cursor may be another one by now
    QHash<QString, QString> m_drafts; // of comments, by subject, until they are posted
    AssignPanel *m_assign;
    ClassifyPanel *m_classify;
    TagPanel *m_tag;
    CommentPanel *m_comment;
    ResolvePanel *m_resolve;
};

} // namespace widgets
