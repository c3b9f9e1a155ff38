// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "factgrid.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace widgets {

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(space(Space::Tight, this));
    m_grid->setHorizontalSpacing(space(Space::Medium, this));
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::addFact(const QString &key, const QString &title)
{
    Row row {new Label(this), new Label(this)};
    row.title->setText(title);
    row.title->setTone(Tone::Muted);
    row.title->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    row.value->setObjectName(key);
    row.value->setWordWrap(true);
    row.value->setCopyable(true);
    row.value->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    row.value->setAccessibleName(title);
    const int line = m_grid->rowCount();
    m_grid->addWidget(row.title, line, 0);
    m_grid->addWidget(row.value, line, 1);
    m_rows.insert(key, row);
}

void FactGrid::tell(const QString &key, const QString &value, Tone tone)
{
    const Row row = m_rows.value(key);
    Q_ASSERT(row.value);
    row.value->setText(value.isEmpty() ? u"–"_s : value);
    row.value->setTone(value.isEmpty() ? Tone::Muted : tone);
}

void FactGrid::setShown(const QString &key, bool shown)
{
    const Row row = m_rows.value(key);
    row.title->setVisible(shown);
    row.value->setVisible(shown);
}

} // namespace widgets
