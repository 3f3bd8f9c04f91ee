import Markup
import Rulebook

/// What waits for a person, by date, with the reason. Pages with two hundred tasks are asked for all day long, so a row is one piece.
struct DeskTaskList {
    let page: DeskTaskPage<SitePath>
    /// From 0.
    let number: Int
    let today: Day

    /// Days ahead that belong to the near future.
    private static let near = 7

    func render() -> HTML {
        guard !page.tasks.isEmpty else {
            return "<p>\(number == 0 ? "Tidak ada tugas yang menunggu Anda dalam 30 hari ke depan." : "Tidak ada tugas pada halaman ini.")</p>"
        }
        var html = HTML()
        var group = -1
        for task in page.tasks {
            let timing = task.due.map { Timing(due: $0, on: today) }
            let next = Self.group(timing)
            if next != group {
                if group >= 0 { html += "</ul>" }
                html += "<h3 class=\"group\">\(Self.title(next))</h3><ul class=\"tasks\">"
                group = next
            }
            html += row(task, timing)
        }
        html += "</ul>"
        let paging = Paging(page: number, count: page.hasMore ? 2 : 1, length: 1)
        return html + (paging.links(SitePath.desk.address) ?? HTML())
    }

    private func row(_ task: DeskTask<SitePath>, _ timing: Timing?) -> HTML {
        """
        <li>\(date(task.due))<div><a class="wrapany" href="\(task.place.address)">\(task.what)</a><p class="small dim wrapany">\(task.reason)\(holder(task.holder))</p></div>\
        \(timing.map { TimingMark.label($0) })</li>
        """
    }

    private func date(_ due: Day?) -> HTML {
        guard let due else { return "<span></span>" }
        let date = due.date
        return
            "<time datetime=\"\(due.description)\"><b>\(date.day)</b>\(Moment.months[date.month - 1].prefix(3))\(date.year == today.date.year ? "" : " \(String(date.year))")</time>"
    }

    private func holder(_ holder: TaskHolder) -> HTML? {
        if case .role(let role) = holder { " Sebagai \(role.name)." } else { nil }
    }

    private static func group(_ timing: Timing?) -> Int {
        switch timing {
        case .late: 0
        case .dueToday: 1
        case .ahead(let days): days <= near ? 1 : 2
        case .doneLate, .settled: 2
        case nil: 3
        }
    }

    private static func title(_ group: Int) -> HTML {
        switch group {
        case 0: "Lewat tenggat"
        case 1: "Sampai tujuh hari ke depan"
        case 2: "Nanti"
        default: "Tanpa tenggat"
        }
    }
}

/// How something stands with its due day, as a word with a mark.
enum TimingMark {
    static func label(_ timing: Timing) -> HTML {
        switch timing {
        case .late(let days): "<span class=\"st not\">\(StateMark.unmet.mark)Terlambat \(days) hari</span>"
        case .dueToday: "<span class=\"st risk\">\(StateMark.thin.mark)Hari ini</span>"
        case .ahead(1): "<span class=\"st risk\">\(StateMark.thin.mark)Besok</span>"
        case .ahead(let days): "<span class=\"st\">\(days) hari lagi</span>"
        case .doneLate(let days): "<span class=\"st risk\">\(StateMark.thin.mark)Selesai, terlambat \(days) hari</span>"
        case .settled: "<span class=\"st met\">\(StateMark.met.mark)Selesai</span>"
        }
    }
}
