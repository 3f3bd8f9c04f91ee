import Rulebook

/// The features of the programme: agencies and units, and the stages through which a unit goes.
extension AccountsSite {
    /// What these features are put together from.
    struct Programme {
        let routes: GuardedRoutes
        let frame: PageFrame
        let instruments: PreparedInstruments
        /// Holds back files that would be read all at once.
        let gate: CheckGate
        let agencies: AgencyActions
        let units: WorkUnitActions
    }

    func addProgramme(_ programme: Programme) {
        DeskRoutes(actions: DeskActions(records: storage.records, providers: [DevelopmentTasksProvider()]), frame: programme.frame)
            .add(to: programme.routes)
        addPlaces(programme)
        addCandidacies(programme)
        addDeclaration(programme)
        addDevelopment(programme)
        addAssessment(programme)
        FilingRoutes(
            actions: FilingActions(records: storage.records, contents: storage.contents, largest: configuration.largestDocument),
            agencies: programme.agencies, programmes: programmes, frame: programme.frame
        ).add(to: programme.routes)
        OverviewRoutes(actions: OverviewActions(records: storage.records, programmes: programmes), frame: programme.frame)
            .add(to: programme.routes)
    }

    /// Agencies and units, how they stand, and what that comes to before a nomination.
    private func addPlaces(_ programme: Programme) {
        let (records, routes, frame) = (storage.records, programme.routes, programme.frame)
        let eligibility = EligibilityChecks(instruments: programme.instruments)
        let catalogue = StandingCatalogue(programme.instruments.all.map(\.instrument))
        let standings = StandingActions(
            records: records, catalogue: catalogue,
            followers: [
                { revoked, agency, now, change in
                    try eligibility.mark(revoked, called: catalogue.name(of: revoked), of: agency, at: now, in: &change)
                }
            ])
        AgencyRoutes(actions: programme.agencies, standings: standings, frame: frame).add(to: routes)
        WorkUnitRoutes(
            actions: programme.units, agencies: programme.agencies, candidacies: candidacies, standings: standings, frame: frame
        ).add(to: routes)
        StandingRoutes(actions: standings, frame: frame).add(to: routes)
        UnitLifeRoutes(actions: programme.units, agencies: programme.agencies, frame: frame).add(to: routes)
        EligibilityRoutes(actions: EligibilityActions(records: records, checks: eligibility), frame: frame).add(to: routes)
    }

    private var candidacies: CandidacyActions {
        CandidacyActions(records: storage.records, programmes: programmes, checks: checks)
    }

    /// The way of a unit from stage to stage.
    private func addCandidacies(_ programme: Programme) {
        CandidacyRoutes(actions: candidacies, agencies: programme.agencies, frame: programme.frame)
            .add(to: programme.routes)
        AnnouncementRoutes(actions: AnnouncementActions(records: storage.records), programmes: programmes, frame: programme.frame)
            .add(to: programme.routes)
    }

    private func addDeclaration(_ programme: Programme) {
        let (records, routes, frame) = (storage.records, programme.routes, programme.frame)
        let rules: RulesLookup = { [programmes] in try programmes.rules($0) }
        let (roll, pacts) = (RollActions(records: records), PactActions(records: records))
        DeclarationRoutes(actions: DeclarationActions(records: records, programmes: rules), roll: roll, pacts: pacts, frame: frame)
            .add(to: routes)
        RollRoutes(actions: roll, pacts: pacts, frame: frame).add(to: routes)
        SelectionRoutes(
            actions: SelectionActions(records: records, programmes: rules),
            groups: WorkingGroupActions(records: records, programmes: rules), frame: frame
        ).add(to: routes)
    }

    private func addDevelopment(_ programme: Programme) {
        let (routes, frame) = (programme.routes, programme.frame)
        let development = DevelopmentActions(records: storage.records, ground: DevelopmentGround.source(programmes, programme.instruments))
        DevelopmentRoutes(
            actions: development, drafts: PlanDraftActions(checks: CheckActions(instruments: programme.instruments)),
            gate: programme.gate, frame: frame
        ).add(to: routes)
        PlannedActionRoutes(actions: development, frame: frame).add(to: routes)
        ReviewRoutes(actions: development, frame: frame).add(to: routes)
    }

    private func addAssessment(_ programme: Programme) {
        let (routes, frame) = (programme.routes, programme.frame)
        let assessments = AssessmentActions(records: storage.records, terms: AssessmentTerms(instruments: programme.instruments))
        AssessmentRoutes(actions: assessments, frame: frame).add(to: routes)
        SheetRoutes(actions: assessments, frame: frame, gate: programme.gate).add(to: routes)
        MatrixRoutes(actions: MatrixActions(records: storage.records, instruments: programme.instruments), frame: frame).add(to: routes)
    }
}
