// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "typed.h"

#include <QAbstractButton>
#include <QDataStream>
#include <QIODevice>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace widgets {

QByteArray typedInto(const QWidget &form)
{
    QStringList texts;
    QList<bool> ticks;
    const QList<QLineEdit *> lines = form.findChildren<QLineEdit *>();
    for (const QLineEdit *line : lines)
        texts.append(line->text());
    const QList<QPlainTextEdit *> edits = form.findChildren<QPlainTextEdit *>();
    for (const QPlainTextEdit *edit : edits)
        texts.append(edit->toPlainText());
    const QList<QAbstractButton *> buttons = form.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        ticks.append(button->isChecked());
    QByteArray typed;
    QDataStream out(&typed, QIODevice::WriteOnly);
    out << texts << ticks;
    return typed;
}

void typeAgain(const QWidget &form, const QByteArray &typed)
{
    QStringList texts;
    QList<bool> ticks;
    QDataStream in(typed);
    in >> texts >> ticks;
    const QList<QLineEdit *> lines = form.findChildren<QLineEdit *>();
    const QList<QPlainTextEdit *> edits = form.findChildren<QPlainTextEdit *>();
    const QList<QAbstractButton *> buttons = form.findChildren<QAbstractButton *>();
    if (texts.size() != lines.size() + edits.size() || ticks.size() != buttons.size())
        return;
    for (qsizetype i = 0; i < buttons.size(); ++i)
        if (buttons.at(i)->isCheckable() && ticks.at(i))
            buttons.at(i)->setChecked(true);
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines.at(i)->setText(texts.at(i));
    for (qsizetype i = 0; i < edits.size(); ++i)
        edits.at(i)->setPlainText(texts.at(lines.size() + i));
}

} // namespace widgets
