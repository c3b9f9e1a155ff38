// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which Qt module a header such as <QSqlQuery> or <QtSql/QSqlQuery> belongs to, as read from the folders of the Qt that
// this test was built with: no list of our own can be as complete. Main thread.

#include <QHash>
#include <QSet>
#include <QString>

namespace layers {

class QtHeaders
{
public:
    QtHeaders();

    [[nodiscard]] bool isEmpty() const { return m_moduleOf.isEmpty(); }
    // "Qt6::Sql"; empty when the header is none of Qt's.
    [[nodiscard]] QString moduleOf(const QString &header) const;

private:
    QHash<QString, QString> m_moduleOf;
    QSet<QString> m_modules;
};

// The module with those that it brings with it, e.g. Qt6::Widgets: Qt6::Gui and Qt6::Core too.
[[nodiscard]] QSet<QString> withItsOwn(const QString &qtModule);

} // namespace layers
