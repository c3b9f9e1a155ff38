// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commentpanel.h"

#include "ui_commentpanel.h"

#include "style.h"

#include "domain/decision.h"
#include "domain/rules.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

// What the marker line takes away from the length that the service allows.
qsizetype roomForText()
{
    const domain::DecisionId any {u"00000000-0000-0000-0000-000000000000"_s};
    return domain::commentCap - domain::markedComment(any, {}).size();
}

} // namespace

CommentPanel::CommentPanel(QWidget *parent)
    : Panel(parent)
    , m_ui(std::make_unique<Ui::CommentPanel>())
{
    m_ui->setupUi(this);
    m_ui->title->setType(Type::Strong);
    m_ui->count->setType(Type::Caption);
    setButtonRole(m_ui->accept, ButtonRole::Primary);
    m_ui->accept->setToolTip(tr("Post the comment (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    m_ui->text->setMaximumHeight(fontMetrics().lineSpacing() * 5);
    m_ui->text->installEventFilter(this);
    connect(m_ui->text, &QPlainTextEdit::textChanged, this, [this] {
        updateState();
        Q_EMIT draftChanged(text());
    });
    connect(m_ui->accept, &QPushButton::clicked, this, &CommentPanel::accept);
    connect(m_ui->cancel, &QPushButton::clicked, this, &Panel::dismissed);
    updateState();
}

CommentPanel::~CommentPanel() = default;

void CommentPanel::ask(const QString &subject, const QString &draft)
{
    const QSignalBlocker quiet(m_ui->text); // a draft that is put back is no change
    m_ui->title->setText(tr("Comment on %1").arg(subject));
    m_ui->text->setPlainText(draft);
    m_ui->text->moveCursor(QTextCursor::End);
    updateState();
}

void CommentPanel::embed()
{
    setEmbedded(true);
    m_ui->cancel->hide();
    m_ui->title->hide();
    show();
}

void CommentPanel::clear() { m_ui->text->clear(); }

void CommentPanel::focusFirst() { m_ui->text->setFocus(Qt::ShortcutFocusReason); }

QString CommentPanel::text() const { return m_ui->text->toPlainText(); }

void CommentPanel::updateState()
{
    const qsizetype left = roomForText() - text().size();
    const bool empty = text().trimmed().isEmpty();
    m_ui->accept->setEnabled(!empty && left >= 0);
    m_ui->count->setTone(left < 0 ? Tone::Bad : left < 200 ? Tone::Warning : Tone::Muted);
    m_ui->count->setText(left < 0 ? tr("%1 characters too many").arg(locale().toString(-left))
                                  : empty ? QString() : tr("%1 characters left").arg(locale().toString(left)));
}

void CommentPanel::accept()
{
    if (m_ui->accept->isEnabled())
        Q_EMIT written(text().trimmed());
}

bool CommentPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isReturn && key->modifiers().testFlag(Qt::ControlModifier)) {
            accept();
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

} // namespace widgets
