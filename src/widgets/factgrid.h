// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names and values in two aligned columns: the properties of an incident, the facts behind a decision. GUI thread.

#include "label.h"

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace widgets {

class FactGrid : public QWidget
{
    Q_OBJECT
public:
    explicit FactGrid(QWidget *parent = nullptr);

    void addFact(const QString &key, const QString &title); // key: also the value's object name
    void tell(const QString &key, const QString &value, Tone tone = Tone::Plain); // safe text; empty shows a dash
    void setShown(const QString &key, bool shown);
    [[nodiscard]] Label *value(const QString &key) const { return m_rows.value(key).value; }

private:
    struct Row {
        Label *title = nullptr;
        Label *value = nullptr;
    };
    QGridLayout *m_grid;
    QHash<QString, Row> m_rows;
};

} // namespace widgets
