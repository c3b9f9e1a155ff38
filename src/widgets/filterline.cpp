// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterline.h"

#include "icons.h"
#include "label.h"
#include "theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

FilterLine::FilterLine(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_sentence(new Label(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(Space::Tight, this));
    column->addWidget(m_edit);
    column->addWidget(m_sentence);
    m_edit->setObjectName(u"text"_s);
    m_edit->setAccessibleName(tr("Filter"));
    auto *find = new QAction(icon(u"search"_s, Tone::Muted), tr("Filter"), m_edit);
    m_edit->addAction(find, QLineEdit::LeadingPosition);
    connect(find, &QAction::triggered, this, &FilterLine::focusText);
    m_edit->setClearButtonEnabled(true);
    if (auto *clear = m_edit->findChild<QAction *>(u"_q_qlineeditclearaction"_s)) { // Qt gives it neither a name nor our look
        clear->setIcon(icon(u"close"_s, Tone::Muted));
        clear->setText(tr("Clear the filter text"));
    }
    m_edit->installEventFilter(this);
    m_sentence->setObjectName(u"fault"_s);
    m_sentence->setTone(Tone::Bad);
    m_sentence->setType(Type::Caption);
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterLine::changed);
}

void FilterLine::setPlaceholder(const QString &text) { m_edit->setPlaceholderText(text); }

void FilterLine::setText(const QString &text) { m_edit->setText(text); }

QString FilterLine::text() const { return m_edit->text(); }

void FilterLine::setFault(const std::optional<Fault> &fault)
{
    m_fault = fault;
    m_sentence->setVisible(fault.has_value());
    if (fault)
        m_sentence->setText(fault->sentence);
    makeRoom();
    m_edit->setAccessibleDescription(fault ? fault->sentence : QString());
}

// Beside other things in a row, a text of several lines gets the height that it says it needs, not what its width makes of it.
void FilterLine::makeRoom() { m_sentence->setMinimumHeight(m_fault ? m_sentence->heightForWidth(width()) : 0); }

void FilterLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void FilterLine::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool FilterLine::holdsFocus() const { return m_edit->hasFocus(); }

bool FilterLine::eventFilter(QObject *watched, QEvent *event)
{
    const bool overrides = event->type() == QEvent::ShortcutOverride;
    if (watched != m_edit || (!overrides && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (overrides) { // Escape is ours before it is the page's way back
        if (key == Qt::Key_Escape)
            event->accept();
        return key == Qt::Key_Escape;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
        if (m_fault) // to the piece that is wrong
            m_edit->setSelection(int(m_fault->position), int(qMax<qsizetype>(1, m_fault->length)));
        else
            Q_EMIT left();
        return true;
    }
    if (key == Qt::Key_Escape) {
        if (m_edit->text().isEmpty())
            Q_EMIT left();
        else
            m_edit->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace widgets
