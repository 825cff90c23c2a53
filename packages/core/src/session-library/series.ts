import type { SpringDose } from "../programme/twelve-weeks";
import { LEVELS, type Level } from "./focus";
import type { Series } from "./outline";

const ALL: readonly Level[] = LEVELS;

const drill = (name: SpringDose["drill"], sets: number, contacts: number): SpringDose => ({
  drill: name,
  sets,
  contacts,
});

/** What the sessions of the library are made of. EX; how they are put together is OURS. */
export const SERIES: readonly Series[] = [
  {
    id: "full-body",
    focus: "fullBody",
    levels: ALL,
    outlines: [
      {
        pairs: [
          ["P3", "U1"],
          ["P2", "P5"],
          ["U2", "P6F"],
        ],
      },
      {
        pairs: [
          ["P1", "P6F"],
          ["P4", "U3"],
          ["P7", "P6S"],
        ],
      },
      {
        pairs: [
          ["P8", "U1"],
          ["P3", "P6S"],
          ["P5", "U2"],
        ],
      },
      {
        pairs: [
          ["P1", "U2"],
          ["P8", "P6F"],
          ["P7", "P5"],
        ],
      },
    ],
  },
  {
    id: "lower-body",
    focus: "legs",
    levels: ALL,
    outlines: [
      {
        pairs: [
          ["P1", "P5"],
          ["P3", "P6F"],
          ["P4", "P6S"],
        ],
      },
      {
        pairs: [
          ["P2", "P5"],
          ["P3", "P7"],
          ["P8", "P6S"],
        ],
      },
      {
        pairs: [
          ["P1", "P8"],
          ["P4", "P5"],
          ["P7", "P6F"],
        ],
      },
      {
        pairs: [
          ["P3", "P8"],
          ["P4", "P6F"],
          ["P5", "P7"],
        ],
      },
    ],
  },
  {
    id: "hips",
    focus: "hipsAndGlutes",
    levels: ALL,
    outlines: [
      {
        pairs: [
          ["P4", "P7"],
          ["BAL", "P6S"],
        ],
      },
      {
        pairs: [
          ["P2", "P7"],
          ["P4", "P6F"],
        ],
      },
      { pairs: [["P1", "P7"], ["P4", "BAL"], ["figureFour"]] },
      { pairs: [["P3", "P7"], ["P4", "P6S"], ["hipFlexor"]] },
    ],
  },
  {
    id: "calves",
    focus: "calvesAndFeet",
    levels: ALL,
    outlines: [
      {
        pairs: [
          ["P5", "BAL"],
          ["P5@0", "P6S"],
        ],
      },
      {
        plyo: [drill("Y0", 2, 20)],
        pairs: [
          ["P5", "P7"],
          ["ankleRock", "calf"],
        ],
      },
      {
        pairs: [
          ["P5", "P6F"],
          ["BAL", "ankleRock"],
          ["P5@2", "hamstring"],
        ],
      },
      {
        pairs: [
          ["P5", "P6S"],
          ["BAL@3", "P6F"],
          ["calf", "ankleRock"],
        ],
      },
    ],
  },
  {
    id: "core",
    focus: "core",
    levels: ["foundation"],
    outlines: [
      {
        pairs: [
          ["P6F@0", "P6S@0"],
          ["P6F@1", "P6S@1"],
        ],
      },
      {
        pairs: [
          ["P6F@1", "P6S@0"],
          ["P6F@2", "P6S@1"],
          ["catCow", "threadNeedle"],
        ],
      },
      {
        pairs: [
          ["P6F@2", "P6S@2"],
          ["P6F@1", "P6S@1"],
          ["catCow", "childsPose"],
        ],
      },
      {
        pairs: [
          ["P6F@0", "P6S@1"],
          ["P6F@1", "P6S@0"],
          ["P6F@2", "childsPose"],
        ],
      },
    ],
  },
  {
    id: "core",
    focus: "core",
    levels: ["build"],
    outlines: [
      {
        pairs: [
          ["P6F@2", "P6S@2"],
          ["P6F@1", "P6S@1"],
        ],
      },
      {
        pairs: [
          ["P6F@3", "P6S@2"],
          ["P6F@2", "P6S@1"],
        ],
      },
      {
        pairs: [
          ["P6F@3", "P6S@3"],
          ["P6F@1", "P6S@2"],
          ["catCow", "threadNeedle"],
        ],
      },
      {
        pairs: [
          ["P6F@2", "P6S@3"],
          ["P6F@3", "P6S@1"],
        ],
      },
    ],
  },
  {
    id: "core",
    focus: "core",
    levels: ["strong"],
    outlines: [
      {
        pairs: [
          ["P6F@3", "P6S@3"],
          ["P6F@4", "P6S@2"],
        ],
      },
      {
        pairs: [
          ["P6F@4", "P6S@4"],
          ["P6F@3", "P6S@2"],
        ],
      },
      {
        pairs: [
          ["P6F@5", "P6S@5"],
          ["P6F@4", "P6S@3"],
        ],
      },
      {
        pairs: [
          ["P6F@5", "P6S@3"],
          ["P6F@3", "P6S@2"],
          ["catCow", "childsPose"],
        ],
      },
    ],
  },
  {
    id: "balance",
    focus: "balanceAndSpring",
    levels: ["foundation"],
    outlines: [
      {
        plyo: [drill("Y0", 1, 20)],
        pairs: [
          ["BAL@1", "P6F@1"],
          ["BAL@0", "P6S@0"],
        ],
      },
      {
        plyo: [drill("Y0", 2, 20)],
        pairs: [
          ["BAL@2", "P6S@0"],
          ["P7", "P6F@0"],
        ],
      },
      {
        plyo: [drill("Y1", 2, 15)],
        pairs: [
          ["BAL@2", "P6F@1"],
          ["P5", "ankleRock"],
        ],
      },
      {
        plyo: [drill("Y0", 2, 15)],
        pairs: [
          ["BAL@1", "P5"],
          ["BAL@2", "P6F@0"],
        ],
      },
    ],
  },
  {
    id: "spring",
    focus: "balanceAndSpring",
    levels: ["build"],
    outlines: [
      {
        plyo: [drill("Y1", 3, 15)],
        pairs: [
          ["BAL@2", "P6F@2"],
          ["P7", "P6S"],
        ],
      },
      {
        plyo: [drill("Y1", 3, 20)],
        pairs: [
          ["BAL@3", "P6S"],
          ["P5", "P6F@2"],
        ],
      },
      {
        plyo: [drill("Y2", 2, 20)],
        pairs: [
          ["BAL@3", "P6F@2"],
          ["P4", "P7"],
        ],
      },
      {
        plyo: [drill("Y2", 2, 15)],
        pairs: [
          ["BAL@2", "P6F@3"],
          ["P3", "P6S"],
        ],
      },
    ],
  },
  {
    id: "jumps",
    focus: "balanceAndSpring",
    levels: ["strong"],
    outlines: [
      {
        plyo: [drill("Y1", 2, 20), drill("Y4", 3, 5)],
        pairs: [
          ["BAL@3", "P6F@3"],
          ["P7", "P6S"],
        ],
      },
      {
        plyo: [drill("Y3", 2, 20), drill("Y4", 2, 5)],
        pairs: [
          ["BAL@4", "P6S"],
          ["P5", "P6F@3"],
        ],
      },
      {
        plyo: [drill("Y3", 3, 20)],
        pairs: [
          ["BAL@5", "P6F@4"],
          ["P4", "P7"],
        ],
      },
      {
        plyo: [drill("Y1", 2, 15), drill("Y4", 2, 5)],
        pairs: [
          ["P1", "P6F@3"],
          ["BAL@4", "P6S"],
        ],
      },
    ],
  },
  {
    id: "upper-body",
    focus: "upperBody",
    levels: ALL,
    outlines: [
      {
        pairs: [
          ["U1", "P6F"],
          ["U2", "P6S"],
          ["U3", "P6F@1"],
        ],
      },
      {
        pairs: [
          ["U1", "U2"],
          ["U3", "P6S"],
        ],
      },
      {
        pairs: [
          ["U3", "P6F"],
          ["U2", "P6S@1"],
          ["U1", "catCow"],
        ],
      },
    ],
  },
  {
    id: "upper-core",
    focus: "upperBody",
    levels: ["foundation", "build"],
    outlines: [
      {
        pairs: [
          ["U1-", "P6S"],
          ["U2", "P6F"],
          ["catCow", "childsPose"],
        ],
      },
    ],
  },
  {
    id: "mobility",
    focus: "mobility",
    levels: ["foundation"],
    outlines: [
      {
        pairs: [
          ["hipFlexor", "figureFour"],
          ["hamstring", "childsPose"],
        ],
      },
      {
        pairs: [
          ["ankleRock", "calf"],
          ["hamstring", "hipFlexor"],
        ],
      },
      { pairs: [["catCow", "threadNeedle"], ["childsPose", "hipFlexor"], ["figureFour"]] },
      {
        pairs: [
          ["ankleRock", "calf"],
          ["figureFour", "childsPose"],
        ],
      },
      {
        pairs: [
          ["hipFlexor", "hamstring"],
          ["figureFour", "calf"],
          ["catCow", "childsPose"],
        ],
      },
      {
        pairs: [
          ["catCow", "threadNeedle"],
          ["hipFlexor", "figureFour"],
          ["hamstring", "calf"],
          ["ankleRock", "childsPose"],
        ],
      },
      {
        pairs: [
          ["hipFlexor", "ankleRock"],
          ["threadNeedle", "childsPose"],
        ],
      },
      {
        pairs: [
          ["figureFour", "hamstring"],
          ["ankleRock", "threadNeedle"],
          ["calf", "catCow"],
        ],
      },
    ],
  },
  {
    id: "snack-legs",
    focus: "snack",
    levels: ALL,
    outlines: [
      {
        pairs: [
          ["P1", "P6F"],
          ["P5", "P6S"],
        ],
      },
    ],
  },
  {
    id: "snack-hips",
    focus: "snack",
    levels: ALL,
    outlines: [
      {
        pairs: [
          ["P4", "P7"],
          ["BAL", "P6S"],
        ],
      },
    ],
  },
  {
    id: "snack-calves",
    focus: "snack",
    levels: ALL,
    outlines: [
      {
        pairs: [
          ["P5", "BAL"],
          ["ankleRock", "calf"],
        ],
      },
    ],
  },
  {
    id: "snack-core",
    focus: "snack",
    levels: ALL,
    outlines: [
      {
        pairs: [
          ["P6F", "P6S"],
          ["P6F@1", "P6S@1"],
        ],
      },
    ],
  },
  {
    id: "snack-upper",
    focus: "snack",
    levels: ALL,
    outlines: [
      {
        pairs: [
          ["U1", "P6S"],
          ["U3", "P6F"],
          ["catCow", "threadNeedle"],
        ],
      },
    ],
  },
  {
    id: "snack-mobility",
    focus: "snack",
    levels: ["foundation"],
    outlines: [
      {
        pairs: [
          ["hipFlexor", "calf"],
          ["catCow", "threadNeedle"],
        ],
      },
    ],
  },
];
