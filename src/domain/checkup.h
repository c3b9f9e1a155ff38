// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Port: what the window asks for when it wants to know what works here and what does not. Implemented in app/. Nothing is
// repaired by looking. Asker's thread.

#include "finding.h"

#include <QObject>

namespace domain {

enum class CheckDepth { Quick, WithDatabases }; // the second reads the databases from end to end

class Checkup : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start(CheckDepth depth) = 0; // ends one that is running
    virtual void cancel() = 0; // what was not looked at is then Unknown

Q_SIGNALS:
    void progressed(int done, int total);
    void found(const domain::Findings &findings); // some more of them
    void ended(const domain::Findings &findings); // all of them
};

} // namespace domain
