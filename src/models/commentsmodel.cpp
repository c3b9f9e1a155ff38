// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commentsmodel.h"

#include "domain/displaytext.h"
#include "itemroles.h"
#include "tones.h"
#include "wording.h"
#include "wordingtext.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

using domain::Comment;
using domain::Decision;

namespace {

constexpr ColumnEntry columns[] = {
    {QT_TRANSLATE_NOOP("models", "Author")},
    {QT_TRANSLATE_NOOP("models", "Time")},
    {QT_TRANSLATE_NOOP("models", "Comment")},
};

// The line by which our comments are told apart is for programs, see domain::markedComment().
domain::Untrusted withoutMark(const domain::Untrusted &text)
{
    static const QRegularExpression mark(u"\\s*\\[casemate [0-9a-f-]{36}\\]\\s*$"_s);
    return domain::Untrusted(QString(text.raw()).remove(mark));
}

// A comment has no id on the wire. The same author saying the same at the same time twice is told apart by its number.
QString keyFor(const Comment &comment, QHash<QString, int> &seen)
{
    const QString content = comment.author.raw() + u'\n' + (comment.created ? comment.created->wire() : QString())
        + u'\n' + comment.text.raw();
    const QByteArray hash = QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash) + u'/' + QString::number(seen[content]++);
}

bool isOnItsWay(const Decision &decision)
{
    const bool isComment =
        decision.kind == domain::DecisionKind::Comment || decision.kind == domain::DecisionKind::RejectAction;
    return isComment && domain::isOpen(decision.state);
}

bool isThere(const Decision &decision, const QList<Comment> &comments)
{
    return std::any_of(comments.begin(), comments.end(),
                       [&](const Comment &comment) { return domain::carriesMark(comment.text.raw(), decision.id); });
}

} // namespace

QList<CommentRow> commentRows(const QList<Comment> &comments, const QList<Decision> &decisions)
{
    QList<CommentRow> rows;
    for (const Decision &decision : decisions) {
        if (!isOnItsWay(decision) || isThere(decision, comments))
            continue;
        const Comment comment {domain::Untrusted(decision.comment), domain::Untrusted(decision.upn),
                               decision.decidedAt};
        rows.append({decision.id.text, comment, decision});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const CommentRow &a, const CommentRow &b) { return a.comment.created > b.comment.created; });
    QList<Comment> newestFirst = comments;
    std::reverse(newestFirst.begin(), newestFirst.end()); // the service lists the oldest first
    std::stable_sort(newestFirst.begin(), newestFirst.end(),
                     [](const Comment &a, const Comment &b) { return a.created > b.created; });
    QHash<QString, int> seen;
    for (const Comment &comment : std::as_const(newestFirst)) {
        const QString key = keyFor(comment, seen);
        rows.append({key, {withoutMark(comment.text), comment.author, comment.created}, std::nullopt});
    }
    return rows;
}

CommentsModel::CommentsModel(QObject *parent)
    : TableModel(columns, parent)
{
}

void CommentsModel::setComments(const QList<CommentRow> &rows, domain::Moment now)
{
    m_now = now;
    show(rows);
}

void CommentsModel::setNow(domain::Moment now)
{
    m_now = now;
    touch(0, rowCount() - 1);
}

QVariant CommentsModel::display(const CommentRow &row, Column column) const
{
    switch (column) {
    case Column::Author: return domain::display(row.comment.author);
    case Column::Created: return row.comment.created ? m_times.brief(*row.comment.created, m_now) : QString();
    case Column::Text: return domain::display(row.comment.text);
    }
    return {};
}

QVariant CommentsModel::cell(const CommentRow &row, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole: return display(row, which);
    case SortRole:
        return which == Column::Created ? QVariant(row.comment.created.value_or(domain::Moment {}).ticks)
                                        : display(row, which);
    case IdRole: return row.decision ? row.decision->id.text : QString();
    case IncidentRole: return row.decision ? row.decision->incident.text : QString();
    case SignRole:
    case OverlayRole: return row.decision ? QVariant::fromValue(row.decision->state) : QVariant();
    case ToneRole: return int(row.decision ? toneOf(row.decision->state) : Tone::Plain);
    case SecondLineRole:
        return row.decision && which == Column::Author ? QVariant(name(row.decision->state)) : QVariant();
    case FullTextRole: return domain::displayLines(row.comment.text);
    default: return {};
    }
}

} // namespace models
