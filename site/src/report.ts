import { approvalLine, check, type TeamReport, teamReport } from "@cadence-playbooks/server/core";
import { today } from "./dates.ts";
import { plays, titleOf } from "./plays.ts";
import { teamAssets, teamConfig, teamRegions } from "./team.ts";

/** How many days ahead something counts as due. */
export const SOON = 30;

/** How the approved plays stand today, as `cadence report` reckons it. Plays are named by their ids. */
export async function handbookReport(): Promise<TeamReport> {
  const reporting = { on: today(), soon: SOON };
  const [config, assets, regionOf] = [teamConfig(), teamAssets(), await teamRegions()];
  const looked = (await plays()).map((play) => {
    const { id, text, playbook, approval, review } = play;
    const { findings } = check(text, { config, assets, regionOf, today: reporting.on, file: `${id}.playbook.yaml` });
    const inForce = { version: approval.version, by: approval["approved-by"], due: review.due };
    return {
      file: id,
      title: titleOf(play),
      playbook,
      findings: findings.map(({ principle, severity }) => ({ principle, severity })),
      approval: approvalLine({ state: review.state, inForce }, reporting),
      assets: assets && { file: "cadence.assets.yaml", known: assets },
    };
  });
  return teamReport(looked, reporting);
}
