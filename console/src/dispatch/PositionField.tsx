import { Button, InputNumber } from 'antd';
import { useState } from 'react';

export interface Position {
  readonly lng: number;
  readonly lat: number;
}

export interface PositionFieldProps {
  readonly value: Position | null;
  readonly disabled: boolean;
  readonly onChange: (position: Position | null) => void;
}

/** Half a metre: what a phone says beyond it is noise. */
const DIGITS = 6;

/** Where somebody stands, asked of the device; where that fails, written down. */
export function PositionField({ value, disabled, onChange }: PositionFieldProps) {
  const [half, setHalf] = useState<{ readonly lng?: number; readonly lat?: number }>({});
  const [fault, setFault] = useState<string | null>(null);
  const shown = value ?? half;

  function write(change: { readonly lng?: number; readonly lat?: number }): void {
    const { lng, lat } = { ...shown, ...change };
    setHalf({ ...shown, ...change });
    onChange(lng === undefined || lat === undefined ? null : { lng, lat });
  }

  function locate(): void {
    setFault(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        onChange({ lng: Number(coords.longitude.toFixed(DIGITS)), lat: Number(coords.latitude.toFixed(DIGITS)) }),
      () => setFault('没有取到位置：请允许本页使用位置，或者手工填写经纬度。'),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  }

  const numbers = { controls: false, disabled, style: { width: '9rem' } } as const;
  return (
    <fieldset>
      <legend>位置</legend>
      <div className="line">
        <Button disabled={disabled} onClick={locate}>
          取当前位置
        </Button>
        <label>
          经度{' '}
          <InputNumber
            {...numbers}
            min={-180}
            max={180}
            value={shown.lng ?? null}
            onChange={(lng) => (lng === null ? onChange(null) : write({ lng }))}
          />
        </label>
        <label>
          纬度{' '}
          <InputNumber
            {...numbers}
            min={-90}
            max={90}
            value={shown.lat ?? null}
            onChange={(lat) => (lat === null ? onChange(null) : write({ lat }))}
          />
        </label>
      </div>
      {fault !== null && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
