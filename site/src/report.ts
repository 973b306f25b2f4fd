import { approvalLine, type TeamReport, teamReport } from "@cadence-playbooks/server/core";
import { today } from "./dates.ts";
import { titleOf } from "./play.ts";
import { ledgerRead } from "./plays.ts";
import { teamAssets } from "./team.ts";

/** How many days ahead something counts as due. */
export const SOON = 30;

/** How the approved plays stand today, as `cadence report` reckons it. Plays are named by their ids. */
export async function handbookReport(): Promise<TeamReport> {
  const reporting = { on: today(), soon: SOON };
  const assets = teamAssets();
  const looked = (await ledgerRead()).flatMap(({ play, findings }) => {
    if (!play) return [];
    const { id, playbook, approval, review } = play;
    const inForce = { version: approval.version, by: approval["approved-by"], due: review.due };
    return {
      file: id,
      title: titleOf(play),
      playbook,
      findings,
      approval: approvalLine({ state: review.state, inForce }, reporting),
      assets: assets && { file: "cadence.assets.yaml", known: assets },
    };
  });
  return teamReport(looked, reporting);
}
