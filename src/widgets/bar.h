// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A raised strip with a hairline towards what it belongs to: tool rows, heads and feet of panels. GUI thread.

#include <QWidget>

namespace widgets {

class Bar : public QWidget
{
    Q_OBJECT
public:
    explicit Bar(QWidget *parent = nullptr);

    void setEdge(Qt::Edge edge); // where the hairline is; below unless told

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Edge m_edge = Qt::BottomEdge;
};

} // namespace widgets
