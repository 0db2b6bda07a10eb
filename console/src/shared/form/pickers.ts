import type { ComponentType } from 'react';
import type { InputProps } from './inputProps';
import { ClockPicker } from './pickers/ClockPicker';
import { OtherPenaltiesPicker } from './pickers/OtherPenaltiesPicker';
import { PeoplePicker } from './pickers/PeoplePicker';
import { PersonPicker } from './pickers/PersonPicker';
import {
  CluePicker,
  MeasurePicker,
  OverduePicker,
  RecusalPicker,
  GuidancePicker,
  TaskPicker,
  UrgingPicker,
} from './pickers/StatePickers';
import { TownPicker } from './pickers/TownPicker';

/** By the field's name, which means the same in every act's body (as the service has it too). */
export const PICKERS: Readonly<Record<string, ComponentType<InputProps>>> = {
  officers: PeoplePicker,
  participants: PeoplePicker,
  person: PersonPicker,
  chair: PersonPicker,
  town: TownPicker,
  with: TownPicker,
  clockId: ClockPicker,
  measureId: MeasurePicker,
  taskId: TaskPicker,
  guidanceId: GuidancePicker,
  recusalId: RecusalPicker,
  clueId: CluePicker,
  urgingId: UrgingPicker,
  overdueId: OverduePicker,
  others: OtherPenaltiesPicker,
};
