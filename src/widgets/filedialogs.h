// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Questions for file names. They return at once; what was chosen comes later, and nothing comes when the person cancels.
// The parent owns the dialog. GUI thread.

#include "domain/ids.h"

#include <QStringList>

#include <functional>

class QWidget;

namespace widgets {

void askForFiles(QWidget *parent, std::function<void(const QStringList &files)> chosen); // to be imported
void askForCaseFile(QWidget *parent, const domain::IncidentId &incident, std::function<void(const QString &path)> chosen);

} // namespace widgets
